import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, findInstruction, instructionLength, type Decoded } from "../../src/isa/decode.ts";
import { DISCARD, INSTRUCTIONS, ISA_A, ISA_B, ISA_IMC, isEnabled, type Instruction } from "../../src/isa/index.ts";
import { CENSUS_16, CENSUS_A, CENSUS_B, CENSUS_I, CENSUS_M, type Census } from "./census.ts";
import { crateName } from "./crate-name.ts";

const ALL = ISA_A | ISA_B;
const HALVES = Array.from({ length: 65536 }, (_, half) => half).filter((half) => (half & 3) !== 3);

/** True for what ckb-vm has as its no-op: addi x0, x0, 0. */
function isNop({ instruction, rd, rs1, imm }: Decoded): boolean {
  return instruction.base.name === "addi" && rd === DISCARD && rs1 === 0 && imm === 0;
}

function bitmapHash(halves: readonly number[]): string {
  const bitmap = new Uint8Array(8192);
  for (const half of halves) bitmap[half >>> 3] |= 1 << (half & 7);
  return createHash("sha256").update(bitmap).digest("hex");
}

function count(rows: Iterable<readonly [name: string, words: bigint, sum: bigint]>): Census[] {
  const found = new Map<string, Census>();
  for (const [name, words, sum] of rows) {
    const old = found.get(name);
    found.set(name, { name, count: (old?.count ?? 0n) + words, sum: (old?.sum ?? 0n) + sum });
  }
  return sorted([...found.values()]);
}

function sorted(census: readonly Census[]): Census[] {
  return census.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

describe("every 16-bit unit (reference/ckb-vm/decode.md 9, measured on ckb-vm)", () => {
  const decodeAll = (version: number): Map<number, Decoded> => {
    const found = new Map<number, Decoded>();
    for (const half of HALVES) {
      const decoded = decode(half, ISA_IMC, version);
      if (decoded) found.set(half, decoded);
    }
    return found;
  };

  test.each([
    {
      version: 0,
      accepted: 38173,
      acceptedHash: "9aedd02e9d3222224d1ed627ba93673c2ed45fe1ba9211819cb9daf27dfdefe1",
      nops: 17,
      nopsHash: "a7a4c49940f400c25eefa0484e6ad7620128e9410f52fd8ca84c76857e06fab5",
      nopSum: 539665,
    },
    ...[1, 2].map((version) => ({
      version,
      accepted: 38551,
      acceptedHash: "96403c0b52e627dc57836b363c1614b00b306c5779f64db819c7b8dc27086343",
      nops: 395,
      nopsHash: "16d53dccc182eb127c2098ac0a69faa5d10ad33ba1d42486ec9c311441893119",
      nopSum: 5966760,
    })),
  ])("version $version accepts $accepted, $nops of them no-ops", ({ version, ...expected }) => {
    const all = decodeAll(version);
    const accepted = [...all.keys()];
    const nops = accepted.filter((half) => isNop(all.get(half)!));
    expect({
      accepted: accepted.length,
      acceptedHash: bitmapHash(accepted),
      nops: nops.length,
      nopsHash: bitmapHash(nops),
      nopSum: nops.reduce((sum, half) => sum + half, 0),
    }).toEqual(expected);
  });

  test.each([0, 1, 2])("version %i: each stands for the right instruction", (version) => {
    const working = [...decodeAll(version)].filter(([, decoded]) => !isNop(decoded));
    const census = count(working.map(([half, { instruction }]) => [crateName(instruction), 1n, BigInt(half)]));
    expect(census).toEqual(sorted(CENSUS_16));
  });
});

describe("every 32-bit word (reference/ckb-vm/decode.md 9, measured on ckb-vm)", () => {
  /** Counted from the fixed bits: every free bit is 1 in half of a row's words. */
  const censusOf = (extensions: string): Census[] =>
    count(
      INSTRUCTIONS.filter(({ length, extension }) => length === 4 && extensions.split(" ").includes(extension)).map(
        (row) => {
          const free = BigInt(~row.mask >>> 0);
          const words = 2n ** BigInt(free.toString(2).replaceAll("0", "").length);
          return [crateName(row), words, words * BigInt(row.match) + (free * words) / 2n];
        },
      ),
    );

  test.each([
    { extensions: "I", census: CENSUS_I, total: 206311427n },
    { extensions: "M", census: CENSUS_M, total: 425984n },
    { extensions: "A", census: CENSUS_A, total: 2629632n },
    { extensions: "Zba Zbb Zbc Zbs", census: CENSUS_B, total: 1256448n },
  ])("$extensions: words and sums of each instruction", ({ extensions, census, total }) => {
    expect(censusOf(extensions)).toEqual(sorted(census));
    expect(census.reduce((sum, row) => sum + row.count, 0n)).toBe(total);
  });

  test("no row forbids field values, so that counting fixed bits is enough", () => {
    expect(INSTRUCTIONS.filter(({ length, constrained }) => length === 4 && constrained.length > 0)).toEqual([]);
  });

  test("no word matches two rows", () => {
    const rows = INSTRUCTIONS.filter(({ length }) => length === 4);
    const overlaps = rows.flatMap((a, k) =>
      rows
        .slice(k + 1)
        .filter((b) => ((a.match ^ b.match) & a.mask & b.mask) === 0)
        .map((b) => `${a.key} and ${b.key}`),
    );
    expect(overlaps).toEqual([]);
  });
});

/** All rows of a word, without the decoder's buckets. */
function rowsOf(word: number): Instruction[] {
  const length = (word & 3) === 3 ? 4 : 2;
  return INSTRUCTIONS.filter(
    (row) =>
      row.length === length &&
      (word & row.mask) >>> 0 === row.match &&
      row.constrained.every((field) => {
        const bits = field.pieces.reduce((sum, { at, mask, to }) => sum + ((word >>> at) & mask) * 2 ** to, 0);
        return !field.forbidden.includes(bits);
      }),
  );
}

test("no 16-bit unit matches two rows, and the decoder finds the one", () => {
  const wrong = HALVES.filter((half) => {
    const rows = rowsOf(half);
    return rows.length > 1 || findInstruction(half) !== rows[0];
  });
  expect(wrong).toEqual([]);
});

test("a 32-bit word is found by the decoder exactly if a row matches it", () => {
  const anyRow = fc.constantFrom(...INSTRUCTIONS.filter(({ length }) => length === 4));
  const nearRow = fc
    .tuple(anyRow, fc.nat(0xffffffff), fc.option(fc.nat(31)))
    .map(([row, bits, flip]) => ((row.match | (bits & ~row.mask)) ^ (flip === null ? 0 : (1 << flip) & ~3)) >>> 0);
  fc.assert(
    fc.property(
      fc.oneof(
        nearRow,
        fc.nat(0xffffffff).map((bits) => (bits | 3) >>> 0),
      ),
      (word) => {
        const [row] = rowsOf(word);
        return (
          findInstruction(word) === row &&
          [ISA_IMC, ISA_A, ISA_B, ALL].every((isa) => {
            const expected = row && isEnabled(row.extension, isa) ? row : undefined;
            return [0, 1, 2].every((version) => decode(word, isa, version)?.instruction === expected);
          })
        );
      },
    ),
    { numRuns: 2000, seed: 1 },
  );
});

test("the low two bits of the first halfword give the length, whatever follows", () => {
  expect([0, 1, 2, 3, 0xffff, 0xfffc, 0x001f, 0x003f, 0x007f].map(instructionLength)).toEqual([
    2, 2, 2, 4, 4, 2, 4, 4, 4,
  ]);
});

describe("fields", () => {
  /** What ckb-vm 0.24.12 decodes: word, version, name and operands, `-` for a word it refuses. */
  const lines = readFileSync(new URL("fixtures/decoded-words.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));

  test("of a sample of words are those of ckb-vm's decoder", () => {
    const wrong = lines.filter((line) => {
      const [word = "", version = ""] = line.split(" ");
      return line !== describeWord(parseInt(word, 16), Number(version), word);
    });
    expect(lines.length).toBeGreaterThan(2000);
    expect(wrong).toEqual([]);
  });

  // SHA-256 of the lines of every 16-bit unit, written like those of the sample, from ckb-vm 0.24.12.
  test.each([
    { version: 0, hash: "3c46039ab7c00dbb0b697e3cc5df94c2266f716a09aa2a0db62a55b41d4b7277" },
    { version: 1, hash: "83a1576a8828e9cf03bfd5d5e080c88d360e1c109ad42f8ffdc210906f933309" },
    { version: 2, hash: "4da7ac512e5b04273f8fb530bc27af193d207d0d08d46eb88866cd21d760ff21" },
  ])("of every 16-bit unit are those of ckb-vm's decoder, version $version", ({ version, hash }) => {
    const all = HALVES.map((half) => describeWord(half, version, half.toString(16).padStart(4, "0")));
    expect(createHash("sha256").update(all.join("\n")).digest("hex")).toBe(hash);
  });
});

function describeWord(word: number, version: number, text: string): string {
  const decoded = decode(word, ALL, version);
  if (!decoded) return `${text} ${version} -`;
  const { instruction, rd, rs1, rs2, imm } = decoded;
  const { field } = instruction.base;
  const operands = [
    field.has("rd") && `rd=${rd === DISCARD ? 0 : rd}`,
    field.has("rs1") && `rs1=${rs1}`,
    field.has("rs2") && `rs2=${rs2}`,
    field.has("imm") && `imm=${imm}`,
  ];
  return [text, version, crateName(instruction), ...operands.filter(Boolean)].join(" ");
}
