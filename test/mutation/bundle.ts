// Puts the suite and all of src that it needs into one file, so that a fresh copy of all modules costs one call.
// Stryker calls it in the folder that holds the mutated sources.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "rolldown";

const here = import.meta.dirname;
const out = join(here, "..", "..", ".mutation");

/** Unit tests are written for vitest, and find their files beside them. */
const unitTests: Plugin = {
  name: "unit-tests",
  resolveId(source, importer) {
    if (source !== "vitest" && source !== "fast-check") return null;
    const asks = importer !== undefined && importer.startsWith(join(here, "..") + sep) && dirname(importer) !== here;
    return asks ? join(here, `as-${source}.ts`) : { id: source, external: true };
  },
  transform: (code, id) =>
    code
      .replaceAll("import.meta.dirname", JSON.stringify(dirname(id)))
      .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href)),
};

const measured = join(out, "measured.cjs");
await build({
  input: join(here, "suite.ts"),
  platform: "node",
  plugins: [unitTests],
  output: { file: measured, format: "cjs" },
  logLevel: "warn",
});

/** A call by which Stryker counts what runs: wanted once, and half of the time of all other runs. */
const COUNTING = /\bstryCov_9fa48(\$\d+)?\(("\d+"(, )?)+\)/g;
mkdirSync(out, { recursive: true });
writeFileSync(join(out, "suite.cjs"), readFileSync(measured, "utf8").replace(COUNTING, "0"));
