import { INSTRUCTIONS } from "../isa/index.ts";

/** Every extension of the instruction table. */
const ALL: ReadonlySet<string> = new Set<string>(INSTRUCTIONS.map(({ extension }) => extension));

/** All there is to assemble. */
export const DEFAULT_MARCH = "rv64imac_zba_zbb_zbc_zbs";

/** Extensions that add no instruction here, or whose instructions are part of another one. */
const SILENT = new Set(["f", "d", "zicsr", "zifencei", "zmmul", "zaamo", "zalrsc", "zca"]);

/**
 * Applies the arguments of `.option arch`: `+c`, `-zbb` or a whole `rv64imac_zba`.
 * @returns the extensions, or a message if one is not known.
 */
export function extensionsOf(parts: readonly string[], current: ReadonlySet<string>): ReadonlySet<string> | string {
  let extensions = new Set(current);
  for (const part of parts) {
    const text = part.toLowerCase();
    const sign = text.charAt(0);
    if (sign === "+" || sign === "-") {
      const name = nameOf(text.slice(1));
      if (name === undefined) return `unknown extension "${part}"`;
      if (sign === "-") extensions.delete(name);
      else if (name !== "") extensions.add(name);
      continue;
    }
    if (!text.startsWith("rv64")) return `"${part}" is not an architecture such as ${DEFAULT_MARCH}`;
    extensions = new Set();
    for (const name of wordsOf(text.slice(4))) {
      const known = nameOf(name);
      if (known === undefined) return `unknown extension "${name}"`;
      if (known !== "") extensions.add(known);
    }
  }
  return extensions;
}

/** `imac_zba2p0` into `i`, `m`, `a`, `c`, `zba2p0`; `g` into what it stands for. */
function wordsOf(text: string): string[] {
  const [letters = "", ...words] = text.replace("g", "imafd").split("_");
  return [...(letters.match(/[a-z](?:\d+p\d+)?|./g) ?? []), ...words].filter((word) => word !== "");
}

/** The table's name of an extension, "" for one without instructions here, undefined for an unknown one. */
function nameOf(text: string): string | undefined {
  const plain = text.replace(/\d+p\d+$/, "");
  if (SILENT.has(plain)) return "";
  const name = plain.charAt(0).toUpperCase() + plain.slice(1);
  return ALL.has(name) ? name : undefined;
}
