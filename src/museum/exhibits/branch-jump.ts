import { lessSigned } from "../../isa/hart.ts";
import { unsigned } from "../../isa/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { decoding, immediate, OPCODE, opcodeOf } from "../faults/decoding.ts";
import { lateBehindJalr, registerJump, TruncatedPcMachine } from "../faults/jumping.ts";
import { afterwards } from "../faults/operands.ts";
import { at, JUMPS } from "../faults/places.ts";
import { meaning } from "../meanings.ts";
import { rowsOf } from "../rows.ts";

const { fault } = rowsOf("branch/jump");

const BIT_7 = 1 << 7;
const LENGTH_COMPRESSED = 2;

/** Faults of branches and jumps. */
export const BRANCH_JUMP: readonly (Exhibit | Absent)[] = [
  fault(
    "b-imm-bit11-misplaced",
    ["documented", "nexus-xyz/nexus-zkvm#441; ridecore/ridecore#8"],
    "bit 11 of the offset of a branch is 0 whatever the word says",
    at("beq bne blt bge bltu bgeu"),
    decoding((right, word, decode) => (opcodeOf(word) === OPCODE.branch ? decode(word & ~BIT_7) : right)),
  ),
  fault(
    "bge-strict",
    ["documented", "nervosnetwork/ckb-vm@de17f34"],
    "BGE is not taken where both operands are equal",
    at("bge"),
    meaning("bge", () => (h, i) => {
      if (lessSigned(h, i.rs2, i.rs1)) h.jump(i);
    }),
  ),
  fault(
    "branch-length-assumed-4",
    ["documented", "nervosnetwork/ckb-vm@9d35e86; unicorn-engine/unicorn#1990"],
    "C.BEQZ and C.BNEZ that are not taken, and the link of C.JALR, lead 4 bytes on",
    at("beq bne jalr"),
    meaning("beq bne jalr", (right, name) => (h, i) => {
      if (i.length !== LENGTH_COMPRESSED) return right(h, i);
      if (name === "jalr") return right(h, { ...i, length: 4 });
      // If the branch is taken, that comes afterwards.
      h.jumpTo(BigInt(i.pc + 4));
      right(h, i);
    }),
  ),
  fault(
    "c-branch-offset-plus-two",
    ["documented", "d0iasm/rvemu@62a20b5, d0iasm/rvemu@9282594"],
    "C.J, C.BEQZ and C.BNEZ count their offset from the next instruction",
    at("jal beq bne"),
    immediate("c.j c.beqz c.bnez", (imm) => imm + LENGTH_COMPRESSED),
  ),
  fault(
    "jalr-from-x0-drops-imm",
    ["documented", "michaeljclark/rv8@bab051b"],
    "JALR from x0 goes to 0",
    at("jalr"),
    registerJump((_, i) => (i.rs1 === 0 ? 0n : undefined)),
  ),
  fault(
    "jalr-imm-added-to-link",
    ["documented", "riscv-software-src/riscv-isa-sim@5c964295"],
    "JALR adds its immediate to the link and not to where it goes",
    at("jalr"),
    meaning("jalr", (right) => (h, i) => {
      right(h, { ...i, imm: 0, imm64: 0n });
      h.setNumber(i.rd, i.pc + i.length + i.imm);
    }),
  ),
  fault(
    "jalr-low-bit-kept",
    [
      "documented",
      "nervosnetwork/ckb-vm#49, nervosnetwork/ckb-vm@f4fa32c; succinctlabs/sp1#1133; nexus-xyz/nexus-zkvm#470",
    ],
    "JALR, C.JR and C.JALR go to odd addresses",
    at("jalr"),
    registerJump(({ x }, i) => unsigned(x[i.rs1] + i.imm64)),
  ),
  fault(
    "pc-upper-bits-truncated-on-fault",
    ["documented", "sycuricon/MorFuzz, bug B16 (CVA6)"],
    "of where a jump out of memory goes, pc keeps the low 40 bits",
    at(JUMPS),
    { leg: { machine: (options) => new TruncatedPcMachine(options) } },
  ),
  fault(
    "single-step-runs-on-after-jalr",
    ["documented", "qemu/qemu@6e2716d8ca"],
    "a budget that is spent when JALR has been executed ends the leg one instruction later",
    at("jalr"),
    lateBehindJalr(),
  ),
  fault(
    "syscall-pc-change-overwritten",
    ["documented", "libriscv/libriscv@948a5aaa"],
    "after a system call execution goes on behind the ECALL, wherever the call put pc",
    at("ecall"),
    meaning(
      "ecall",
      afterwards((h, i) => h.jumpTo(BigInt(i.pc + i.length))),
    ),
  ),
];
