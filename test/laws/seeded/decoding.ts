import { decode, ISA_A, ISA_B } from "../../../src/isa/index.ts";
import { ReferenceTarget, type Target } from "../../../src/targets/index.ts";
import type { Faults } from "./faulty-target.ts";
import { onFault } from "./faults.ts";

type Decode = typeof decode;

/** The reference with another decoder. */
function decoding(wrong: Decode): () => Target {
  return () => new ReferenceTarget({ parts: { decode: wrong } });
}

const OPCODE_MASK = 0x7f;
const OP = 0x33;
/** Bit 31: in no instruction of OP is it set. */
const RESERVED = 1 << 31;

/** What breaks law decoding. */
export const DECODING_FAULTS: Faults = {
  "takes a reserved bit of OP words for nothing": decoding((word, isa, version) =>
    decode((word & OPCODE_MASK) === OP ? (word & ~RESERVED) >>> 0 : word, isa, version),
  ),
  "runs words of extensions that the world lacks": decoding((word, isa, version) =>
    decode(word, isa | ISA_A | ISA_B, version),
  ),
  "knows no HINTs": decoding((word, isa, version) => {
    const decoded = decode(word, isa, version);
    return decoded?.instruction.hint ? undefined : decoded;
  }),
  "gives another word as payload": () =>
    onFault((finish, { fault }) =>
      fault.name === "InvalidInstruction" && "instruction" in fault
        ? { ...finish, stop: { kind: "fault", fault: { ...fault, instruction: fault.instruction & 0xffff } } }
        : finish,
    ),
};
