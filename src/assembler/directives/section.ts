import type { Cursor } from "../cursor.ts";
import type { Context } from "../context.ts";
import type { SectionFlags } from "../model.ts";
import type { Section } from "../section.ts";
import type { Directive, Directives } from "./directive.ts";

const TEXT: SectionFlags = { allocated: true, writable: false, executable: true, nobits: false };
const DATA: SectionFlags = { allocated: true, writable: true, executable: false, nobits: false };
const RODATA: SectionFlags = { allocated: true, writable: false, executable: false, nobits: false };
const BSS: SectionFlags = { allocated: true, writable: true, executable: false, nobits: true };
const OTHER: SectionFlags = { allocated: false, writable: false, executable: false, nobits: false };

const KNOWN: readonly (readonly [prefix: string, flags: SectionFlags])[] = [
  [".text", TEXT],
  [".init", TEXT],
  [".fini", TEXT],
  [".rodata", RODATA],
  [".srodata", RODATA],
  [".data", DATA],
  [".sdata", DATA],
  [".tdata", DATA],
  [".init_array", DATA],
  [".fini_array", DATA],
  [".preinit_array", DATA],
  [".bss", BSS],
  [".sbss", BSS],
  [".tbss", BSS],
];

/** The flags of a section that is named without flags: by its name, as in GNU as; unknown names take no memory. */
function flagsFor(name: string): SectionFlags {
  return KNOWN.find(([prefix]) => name === prefix || name.startsWith(`${prefix}.`))?.[1] ?? OTHER;
}

/** Switches to the section called `name`. */
export function enterSection({ assembly }: Context, name: string): void {
  assembly.enter(assembly.sections.get(name) ?? assembly.openSection(name, flagsFor(name)));
}

function named(name: string): Directive {
  return (context, cursor) => {
    // A subsection number would reorder the text; only the first is known.
    if (!cursor.atEnd() && cursor.rest() !== "0") cursor.fail("subsections are not supported", context.assembly.column);
    enterSection(context, name);
  };
}

/** Reads `name, "flags", @type, …`. */
function readSection({ assembly }: Context, cursor: Cursor): Section {
  cursor.next();
  const start = cursor.at;
  const name = cursor.peek() === 0x22 ? cursor.name() : readName(cursor);
  if (name === "") cursor.fail("expected the name of a section", start);
  let flags: SectionFlags | undefined;
  if (cursor.accept(",")) {
    if (cursor.next() !== 0x22) cursor.fail('expected flags in quotes, such as "ax"');
    const letters = cursor.name();
    let nobits = flagsFor(name).nobits;
    if (cursor.accept(",")) {
      if (cursor.next() === 0x40 || cursor.peek() === 0x25) cursor.at++;
      nobits = cursor.name("a section type") === "nobits";
      // An entry size, a group: of no use without a linker.
      cursor.rest();
    }
    flags = {
      allocated: letters.includes("a"),
      writable: letters.includes("w"),
      executable: letters.includes("x"),
      nobits,
    };
  }
  cursor.expectEnd();
  return assembly.sections.get(name) ?? assembly.openSection(name, flags ?? flagsFor(name));
}

/** Section names may contain characters that symbols may not. */
function readName(cursor: Cursor): string {
  const start = cursor.at;
  while (cursor.at < cursor.end && !/[\s,;"]/.test(cursor.text.charAt(cursor.at))) cursor.at++;
  return cursor.text.slice(start, cursor.at);
}

const STACK_MAX = 1000;

const pushSection: Directive = (context, cursor) => {
  const { assembly } = context;
  if (assembly.sectionStack.length >= STACK_MAX) cursor.fail("too many .pushsection", assembly.column);
  assembly.sectionStack.push({ section: assembly.section, previous: assembly.previous });
  assembly.enter(readSection(context, cursor));
};

const popSection: Directive = ({ assembly }, cursor) => {
  const saved = assembly.sectionStack.pop();
  if (!saved) return cursor.fail(".popsection without .pushsection", assembly.column);
  cursor.expectEnd();
  assembly.section = saved.section;
  assembly.previous = saved.previous;
};

const previous: Directive = ({ assembly }, cursor) => {
  cursor.expectEnd();
  assembly.enter(assembly.previous);
};

/** Switching between sections. */
export const SECTION_DIRECTIVES: Directives = [
  [".text", named(".text")],
  [".data", named(".data")],
  [".rodata", named(".rodata")],
  [".bss", named(".bss")],
  [".section", (context, cursor) => context.assembly.enter(readSection(context, cursor))],
  [".pushsection", pushSection],
  [".popsection", popSection],
  [".previous", previous],
];
