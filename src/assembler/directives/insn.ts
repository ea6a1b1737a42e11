import type { Directive, Directives } from "./directive.ts";

const insn: Directive = (_reader, cursor) => cursor.fail(".insn is not supported yet");

export const INSN_DIRECTIVES: Directives = [[".insn", insn]];
