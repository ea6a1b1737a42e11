import { a0, a7, decode, DISCARD, type Decoded, type IsaSet } from "../isa/index.ts";
import { wordAt } from "../laws/index.ts";
import type { MemoryImage } from "../targets/index.ts";
import type { ValueRole } from "./investigation.ts";

/** What an instruction reads and writes, by what it says: a register may be both. */
export interface OperandsAt {
  /** Register numbers with their roles; x0 is none. One that is read and written is a destination. */
  readonly registers: ReadonlyMap<number, ValueRole>;
  /** Registers whose value from before it is read, those that are written as well among them. */
  readonly reads: readonly number[];
  /** The register with the address that it accesses, and what is added to it; bytes that are accessed. */
  readonly access?: {
    readonly base: number;
    readonly offset: bigint;
    readonly width: number;
    readonly role: ValueRole;
  };
  readonly jumps: boolean;
  readonly reserves: boolean;
}

/** @param parts instructions of a fused sequence are taken together; 1 for a single instruction */
export function operandsAt(
  memory: MemoryImage,
  pc: bigint,
  { isa, version }: { readonly isa: IsaSet; readonly version: number },
  parts = 1,
): OperandsAt {
  const registers = new Map<number, ValueRole>();
  const reads = new Set<number>();
  let access: OperandsAt["access"];
  let [jumps, reserves] = [false, false];
  let at = pc;
  for (let k = 0; k < parts; k++) {
    const decoded = decode(wordAt(memory, at), isa, version);
    if (!decoded) break;
    const roles = rolesOf(decoded);
    // What an earlier part of a fused sequence has written is not from before it.
    for (const [register, role] of roles)
      if (role === "source" && registers.get(register) !== "destination") reads.add(register);
    for (const [register, role] of roles) if (registers.get(register) !== "destination") registers.set(register, role);
    access ??= accessOf(decoded);
    jumps ||= decoded.instruction.endsBlock;
    reserves ||= /^(?:lr|sc)\./.test(decoded.instruction.base.name);
    at += BigInt(decoded.instruction.length);
  }
  return { registers, reads: [...reads], ...(access && { access }), jumps, reserves };
}

function rolesOf({ instruction: { base }, rd, rs1, rs2 }: Decoded): [number, ValueRole][] {
  if (base.name === "ecall") {
    return [
      [a7, "source"],
      [a0, "destination"],
    ];
  }
  const words = new Set(base.operands.split(/[\s,()]+/));
  const roles: [number, ValueRole][] = [];
  if (words.has("rs1")) roles.push([rs1, "source"]);
  if (words.has("rs2")) roles.push([rs2, "source"]);
  if (words.has("rd") && rd !== DISCARD) roles.push([rd, "destination"]);
  return roles.filter(([register]) => register !== 0);
}

const WIDTHS: Readonly<Record<string, number>> = { b: 1, h: 2, w: 4, d: 8 };

function accessOf({ instruction: { base }, rs1, imm }: Decoded): OperandsAt["access"] {
  if (!base.operands.includes("(rs1)") || base.name === "jalr") return undefined;
  const atomic = /\.([wd])$/.exec(base.name);
  const letter = atomic?.[1] ?? /^(?:l|s)([bhwd])/.exec(base.name)?.[1] ?? "";
  const reads = atomic ? base.name.startsWith("lr.") : base.name.startsWith("l");
  return {
    base: rs1,
    offset: base.operands.includes("imm") ? BigInt(imm) : 0n,
    width: WIDTHS[letter] ?? 1,
    role: reads ? "source" : "destination",
  };
}
