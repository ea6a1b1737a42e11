import { describe, expect, test } from "vitest";
import { framed, PACKET_BYTES_MAX, PacketReader, type Received } from "../../../src/debug/gdb/framing.ts";
import { Random } from "../../../src/generate/random.ts";

const read = (text: string, reader = new PacketReader()): Received[] => reader.push(Buffer.from(text, "latin1"));
const packet = (content: string): Received => ({ kind: "packet", content });

describe("what comes", () => {
  // The example of gdb's manual (Remote Protocol, Overview): the checksum is the sum of the characters modulo 256.
  test("packets with their checksums, and what stands between them", () => {
    expect(read("+$OK#9a-\u0003$g#67")).toEqual([
      { kind: "ack" },
      packet("OK"),
      { kind: "nak" },
      { kind: "interrupt" },
      packet("g"),
    ]);
  });

  test("in any pieces", () => {
    const reader = new PacketReader();
    expect([..."$OK#9a"].flatMap((character) => read(character, reader))).toEqual([packet("OK")]);
  });

  test("escaped characters: 0x7d, then the character XOR 0x20", () => {
    const body = "X0,4:}\u0003}\u0004}\u000a}]";
    const sum = Buffer.from(body, "latin1").reduce((all, byte) => (all + byte) & 0xff, 0);
    expect(read(`$${body}#${sum.toString(16).padStart(2, "0")}`)).toEqual([packet("X0,4:#$*}")]);
  });

  test("an interrupt inside a packet is a byte of it", () => {
    expect(read("$\u0003#03")).toEqual([packet("\u0003")]);
  });

  test("a wrong checksum, one that is none, and a packet that is begun again", () => {
    expect(read("$OK#9b$OK#zz$OK$OK#9A")).toEqual([
      { kind: "damaged", why: "wrong checksum" },
      { kind: "damaged", why: "wrong checksum" },
      packet("OK"),
    ]);
  });

  test("a packet that is too long is passed over, and the next one is read", () => {
    const reader = new PacketReader();
    expect(read(`$${"A".repeat(PACKET_BYTES_MAX + 1)}#00`, reader)).toEqual([{ kind: "damaged", why: "too long" }]);
    expect(read("$OK#9a", reader)).toEqual([packet("OK")]);
  });

  test("whatever comes, it is read to its end", () => {
    const random = new Random(7n, 0n);
    const reader = new PacketReader();
    for (let k = 0; k < 2000; k++) {
      const bytes = Uint8Array.from({ length: random.below(40) }, () =>
        random.pick([0x24, 0x23, 0x7d, 3, 0x2b, 0x30, 0x80]),
      );
      reader.push(bytes);
    }
    expect(read("#00$OK#9a", reader).at(-1)).toEqual(packet("OK"));
  });
});

test("what goes out is framed, and read back the same", () => {
  expect(framed("OK")).toBe("$OK#9a");
  expect(framed("")).toBe("$#00");
  const content = "a#b$c*d}e\u0000\u00ff";
  expect(framed(content).slice(1, -3)).not.toMatch(/[#$*]/);
  expect(read(framed(content))).toEqual([packet(content)]);
});
