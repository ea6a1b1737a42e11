// A checkout runs its TypeScript as it stands; a published package has no src/ (and Node strips no types under
// node_modules), so there it runs dist/.
import { existsSync } from "node:fs";

const source = new URL("../src/cli/main.ts", import.meta.url);
const built = new URL("../dist/cli/main.js", import.meta.url);
const installed = import.meta.url.includes("/node_modules/");

await import((!installed && existsSync(source) ? source : built).href);
