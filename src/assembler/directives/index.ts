import { CONDITION_DIRECTIVES } from "./condition.ts";
import { DATA_DIRECTIVES } from "./data.ts";
import { ignore, type Directive } from "./directive.ts";
import { INSN_DIRECTIVES } from "./insn.ts";
import { MACRO_DIRECTIVES } from "./macro.ts";
import { MESSAGE_DIRECTIVES } from "./message.ts";
import { OPTION_DIRECTIVES } from "./option.ts";
import { REPEAT_DIRECTIVES } from "./repeat.ts";
import { SECTION_DIRECTIVES } from "./section.ts";
import { SPACE_DIRECTIVES } from "./space.ts";
import { SYMBOL_DIRECTIVES } from "./symbol.ts";

/** Without effect here: notes for debuggers, linkers and listings. */
const IGNORED =
  ".file .ident .loc .attribute .addrsig .addrsig_sym .hidden .protected .internal .title .sbttl .list .nolist .eject .psize " +
  ".cfi_startproc .cfi_endproc .cfi_def_cfa .cfi_def_cfa_offset .cfi_def_cfa_register .cfi_adjust_cfa_offset .cfi_offset " +
  ".cfi_rel_offset .cfi_restore .cfi_undefined .cfi_same_value .cfi_register .cfi_remember_state .cfi_restore_state " +
  ".cfi_sections .cfi_personality .cfi_lsda .cfi_escape .cfi_return_column .cfi_signal_frame .cfi_window_save .cfi_val_offset";

/** All directives by name, in lower case with the dot. */
export const directives: ReadonlyMap<string, Directive> = new Map(
  [
    ...DATA_DIRECTIVES,
    ...SPACE_DIRECTIVES,
    ...SECTION_DIRECTIVES,
    ...SYMBOL_DIRECTIVES,
    ...CONDITION_DIRECTIVES,
    ...MACRO_DIRECTIVES,
    ...REPEAT_DIRECTIVES,
    ...MESSAGE_DIRECTIVES,
    ...OPTION_DIRECTIVES,
    ...INSN_DIRECTIVES,
    [IGNORED, ignore] as const,
  ].flatMap(([names, directive]) => names.split(" ").map((name) => [name, directive] as const)),
);
