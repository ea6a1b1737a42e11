// A checkout runs its TypeScript as it stands; a published package has no src/ (and Node strips no types under
// node_modules), so there it runs dist/.
import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";

// Most of a start is compiling hundreds of small files, which are seldom changed. Node keeps what it compiled under the
// temporary folder and goes by the text of each file; where nothing can be written, it compiles as before.
enableCompileCache();

const source = new URL("../src/cli/main.ts", import.meta.url);
const built = new URL("../dist/cli/main.js", import.meta.url);
const installed = import.meta.url.includes("/node_modules/");

await import((!installed && existsSync(source) ? source : built).href);
