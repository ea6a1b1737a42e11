/** A file of a patch. */
export interface NewFile {
  /** Seen from the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** A patch that adds files, as `git apply` takes it. Texts must end with a line end. */
export function patchOf(files: readonly NewFile[]): string {
  return files.map(addition).join("");
}

function addition({ path, text }: NewFile): string {
  const lines = text.split("\n").slice(0, -1);
  return [
    `diff --git a/${path} b/${path}`,
    "new file mode 100644",
    "--- /dev/null",
    `+++ b/${path}`,
    `@@ -0,0 +1,${lines.length} @@`,
    ...lines.map((line) => `+${line}`),
    "",
  ].join("\n");
}
