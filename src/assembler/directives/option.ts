import { extensionsOf } from "../extensions.ts";
import type { Directive, Directives } from "./directive.ts";

const STACK_MAX = 1000;
const WITHOUT_EFFECT = new Set(["relax", "norelax", "pic", "nopic", "csr-check", "no-csr-check"]);

/** `.option`. There is no linker that relaxes, and no position-independent code to choose. */
const option: Directive = ({ assembly }, cursor) => {
  cursor.next();
  const at = cursor.at;
  const text = cursor.rest();
  const [name, ...rest] = text.split(",").map((part) => part.trim());
  switch (name) {
    case "rvc":
    case "norvc":
      assembly.options = { ...assembly.options, compress: name === "rvc" };
      return;
    case "push":
      if (assembly.optionStack.length >= STACK_MAX) cursor.fail("too many .option push", at);
      assembly.optionStack.push(assembly.options);
      return;
    case "pop": {
      const saved = assembly.optionStack.pop();
      if (!saved) return cursor.fail(".option pop without push", at);
      assembly.options = saved;
      return;
    }
    case "arch": {
      const extensions = extensionsOf(rest, assembly.options.extensions);
      if (typeof extensions === "string") return cursor.fail(extensions, at);
      // GNU as compresses if and only if C is there.
      const compress = extensions.has("C") && (assembly.options.compress || !assembly.options.extensions.has("C"));
      assembly.options = { compress, extensions };
      return;
    }
    default:
      if (!WITHOUT_EFFECT.has(name)) cursor.fail(`unknown option "${name}"`, at);
  }
};

export const OPTION_DIRECTIVES: Directives = [[".option", option]];
