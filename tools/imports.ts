import { parseSync, Visitor } from "oxc-parser";

/** One import of a module by another, in any of the ways TypeScript has for it. */
export interface Import {
  readonly specifier: string;
  /** True when nothing of it is left at run time. `import { type T }` is not such a one: its module is still loaded. */
  readonly typeOnly: boolean;
  readonly line: number;
}

/** All imports of one TypeScript source, in order. Throws when the source does not parse. */
export function importsOf(path: string, source: string): Import[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0].message}`);

  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean, offset: number) => {
    found.push({ specifier, typeOnly, line: source.slice(0, offset).split("\n").length });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source.value, node.importKind === "type", node.start),
    ExportAllDeclaration: (node) => add(node.source.value, node.exportKind === "type", node.start),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) add(node.source.value, node.exportKind === "type", node.start);
    },
    TSImportType: (node) => add(node.source.value, true, node.start),
    ImportExpression: ({ source: from, start }) => {
      if (from.type === "Literal" && typeof from.value === "string") add(from.value, false, start);
    },
    // `new URL("./worker.ts", import.meta.url)` is how a thread's module is named.
    NewExpression: ({ callee, arguments: [first], start }) => {
      if (callee.type !== "Identifier" || callee.name !== "URL" || first?.type !== "Literal") return;
      if (typeof first.value === "string" && /^\.\.?\/.*\.[jt]s$/.test(first.value)) add(first.value, false, start);
    },
  }).visit(program);
  return found;
}
