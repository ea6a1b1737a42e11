import { REGISTER_COUNT, REGISTER_NAMES, XLEN } from "../../isa/index.ts";
import type { TimeLine } from "../time-line.ts";

/** Numbers of registers behind x0 to x31, in the order of the target description. */
export const PC_NUMBER = REGISTER_COUNT;
export const CYCLES_NUMBER = REGISTER_COUNT + 1;
const LEG_NUMBER = REGISTER_COUNT + 2;
const RESERVATION_NUMBER = REGISTER_COUNT + 3;
const NUMBERS = RESERVATION_NUMBER + 1;

/**
 * The machine as gdb is told of it: an RV64 hart, and beside it what says where in its run it is. Without an operating
 * system: under Linux's ABI gdb steps by breakpoints of its own, and would lose its way in fused sequences and at cuts.
 */
export const TARGET_XML = `<?xml version="1.0"?>
<!DOCTYPE target SYSTEM "gdb-target.dtd">
<target version="1.0">
<architecture>riscv:rv${XLEN}</architecture>
<osabi>none</osabi>
<feature name="org.gnu.gdb.riscv.cpu">
${REGISTER_NAMES.map((name) => `<reg name="${gdbName(name)}" bitsize="${XLEN}" type="${typeOf(name)}"/>`).join("\n")}
<reg name="pc" bitsize="${XLEN}" type="code_ptr"/>
</feature>
<feature name="org.rvrelay.run">
<reg name="cycles" bitsize="64" type="uint64" save-restore="no"/>
<reg name="leg" bitsize="64" type="uint64" save-restore="no"/>
<reg name="reservation" bitsize="64" type="data_ptr" save-restore="no"/>
</feature>
</target>
`;

/** gdb calls x8 by its other name. */
function gdbName(name: string): string {
  return name === "s0" ? "fp" : name;
}

function typeOf(name: string): string {
  if (name === "ra") return "code_ptr";
  return ["sp", "gp", "tp", "s0"].includes(name) ? "data_ptr" : "int";
}

/** The value of a register by its number; undefined if there is none. */
export function registerValue({ rig: { machine }, moment }: TimeLine, number: number): bigint | undefined {
  if (number < REGISTER_COUNT) return machine.registers[number];
  if (number === PC_NUMBER) return machine.pc;
  if (number === CYCLES_NUMBER) return moment.cycles;
  if (number === LEG_NUMBER) return BigInt(moment.leg + 1);
  return number === RESERVATION_NUMBER ? machine.reservation : undefined;
}

/** All registers, in their order, as the packet `g` has them. */
export function allRegisters(line: TimeLine): string {
  return Array.from({ length: NUMBERS }, (_, number) => littleEndianHex(registerValue(line, number) ?? 0n)).join("");
}

/** A 64-bit value as hexadecimal bytes, lowest first. */
export function littleEndianHex(value: bigint): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes.toString("hex");
}

/** The value of up to eight hexadecimal bytes, lowest first; undefined for anything else. */
export function fromLittleEndianHex(text: string): bigint | undefined {
  if (!/^([0-9a-f]{2}){1,8}$/i.test(text)) return undefined;
  return BigInt(`0x${Buffer.from(text, "hex").reverse().toString("hex")}`);
}
