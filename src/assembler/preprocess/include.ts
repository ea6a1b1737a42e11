/** What gives the text of a file, or undefined if there is none of this name. */
export type ReadFile = (path: string) => string | undefined;

/** A file that an #include found. */
export interface Found {
  readonly path: string;
  readonly text: string;
}

/**
 * Looks for an included file: a quoted one beside the file that names it, then both kinds in the include paths, in
 * their order. Paths are joined with `/` and otherwise left as they are, so that they need not be those of a disk.
 */
export function findInclude(
  name: string,
  quoted: boolean,
  from: string,
  includePaths: readonly string[],
  readFile: ReadFile | undefined,
): Found | undefined {
  if (!readFile) return undefined;
  const slash = from.lastIndexOf("/");
  const folders = quoted ? [from.slice(0, slash + 1), ...includePaths] : includePaths;
  for (const folder of name.startsWith("/") ? [""] : folders) {
    const path = folder === "" || folder.endsWith("/") ? folder + name : `${folder}/${name}`;
    const text = readFile(path);
    if (text !== undefined) return { path, text };
  }
  return undefined;
}
