import type { ReadFile } from "./include.ts";

/** What the C preprocessor is given. */
export interface PreprocessOptions {
  /** Macros by name, as -D gives them: `{ __riscv_xlen: "64", "MAX(a, b)": "…" }`. `__ASSEMBLER__` is always there. */
  readonly defines?: Readonly<Record<string, string>>;
  /** Folders for #include. */
  readonly includePaths?: readonly string[];
  /** Gives the text of a file to be included, or undefined. Without it, nothing can be included. */
  readonly readFile?: ReadFile;
}
