/** One run of bits of a field: `width` bits, at bit `at` of the word and bit `to` of the field's value. */
export interface Piece {
  readonly at: number;
  readonly width: number;
  readonly to: number;
  /** 2^width - 1. */
  readonly mask: number;
}

/** Names of the fields a pattern may have. Every immediate and shift amount is called `imm`: no instruction has two. */
export type FieldName = "rd" | "rs1" | "rs2" | "imm" | "aq" | "rl" | "fm" | "pred" | "succ";

/** A variable field of an instruction word. */
export interface Field {
  readonly name: FieldName;
  readonly pieces: readonly Piece[];
  /** One more than the highest bit of the value. */
  readonly bits: number;
  /** Value bits below this one are always zero. */
  readonly lowestBit: number;
  readonly signed: boolean;
  /** Three-bit register field: the value is 8 + bits. */
  readonly compressedRegister: boolean;
  /** Values the field may not have. */
  readonly forbidden: readonly number[];
}

/** A parsed bit pattern. */
export interface Pattern {
  /** Bytes: 2 or 4. */
  readonly length: 2 | 4;
  /** Bits that are fixed, and their values. As unsigned 32-bit numbers. */
  readonly mask: number;
  readonly match: number;
  readonly fields: readonly Field[];
}

const REGISTER_TOKEN = /^(rd|rs1|rs2)('?)(?:!=(?:(\d+)|\{([\d,]+)\}))?$/;
const RANGES_TOKEN = /^(nz)?(imm|uimm|shamt|fm|pred|succ)\[([\d:|]+)\]$/;

interface OpenField {
  name: FieldName;
  ranges: { high: number; low: number; at: number }[];
  signed: boolean;
  compressedRegister: boolean;
  forbidden: number[];
}

/**
 * Parses a bit pattern as `InstructionBlock.pattern` describes it.
 * @throws Error if a token is unknown or the widths do not add up to 16 or 32 bits: a mistake in the table.
 */
export function parsePattern(text: string): Pattern {
  const tokens = text.split(/\s+/);
  const total = tokens.reduce((sum, token) => sum + tokenWidth(token), 0);
  if (total !== 16 && total !== 32) throw new Error(`pattern "${text}" has ${total} bits`);
  let at = total;
  let mask = 0;
  let match = 0;
  const open = new Map<FieldName, OpenField>();
  for (const token of tokens) {
    const width = tokenWidth(token);
    at -= width;
    if (/^[01]+$/.test(token)) {
      mask = (mask | (ones(width) << at)) >>> 0;
      match = (match | (parseInt(token, 2) << at)) >>> 0;
      continue;
    }
    addToken(open, token, at, width);
  }
  return { length: total === 16 ? 2 : 4, mask, match, fields: [...open.values()].map(closeField) };
}

function ones(width: number): number {
  return 2 ** width - 1;
}

function tokenWidth(token: string): number {
  if (/^[01]+$/.test(token)) return token.length;
  if (token === "aq" || token === "rl") return 1;
  const register = REGISTER_TOKEN.exec(token);
  if (register) return register[2] === "'" ? 3 : 5;
  const ranges = RANGES_TOKEN.exec(token);
  if (!ranges) throw new Error(`unknown token "${token}" in a bit pattern`);
  return parseRanges(ranges[3]).reduce((sum, [high, low]) => sum + high - low + 1, 0);
}

function parseRanges(text: string | undefined): [high: number, low: number][] {
  return (text ?? "").split("|").map((range) => {
    const [high, low] = range.split(":").map(Number);
    return [high, low ?? high];
  });
}

function addToken(open: Map<FieldName, OpenField>, token: string, at: number, width: number): void {
  const register = REGISTER_TOKEN.exec(token);
  const ranges = RANGES_TOKEN.exec(token);
  if (register) {
    const forbidden = (register[3] ?? register[4] ?? "").split(",").filter(Boolean).map(Number);
    open.set(register[1] as FieldName, {
      name: register[1] as FieldName,
      ranges: [{ high: width - 1, low: 0, at }],
      signed: false,
      compressedRegister: register[2] === "'",
      forbidden,
    });
  } else if (ranges) {
    const kind = ranges[2];
    const name = (kind === "uimm" || kind === "shamt" ? "imm" : kind) as FieldName;
    const field = open.get(name) ?? {
      name,
      ranges: [],
      signed: kind === "imm",
      compressedRegister: false,
      forbidden: ranges[1] ? [0] : [],
    };
    let top = at + width;
    for (const [high, low] of parseRanges(ranges[3])) {
      top -= high - low + 1;
      field.ranges.push({ high, low, at: top });
    }
    open.set(name, field);
  } else {
    open.set(token as FieldName, {
      name: token as FieldName,
      ranges: [{ high: 0, low: 0, at }],
      signed: false,
      compressedRegister: false,
      forbidden: [],
    });
  }
}

function closeField(field: OpenField): Field {
  const { ranges, ...rest } = field;
  return {
    ...rest,
    pieces: ranges.map(({ high, low, at }) => ({ at, width: high - low + 1, to: low, mask: ones(high - low + 1) })),
    bits: Math.max(...ranges.map(({ high }) => high)) + 1,
    lowestBit: Math.min(...ranges.map(({ low }) => low)),
  };
}

/** The value of `field` in `word`: sign-extended if signed; a register number for a three-bit register field. */
export function extractField(field: Field, word: number): number {
  const { pieces } = field;
  let value = 0;
  for (let k = 0; k < pieces.length; k++) {
    const piece = pieces[k];
    value |= ((word >>> piece.at) & piece.mask) << piece.to;
  }
  if (field.compressedRegister) return value + 8;
  if (!field.signed) return value;
  const unused = 32 - field.bits;
  return (value << unused) >> unused;
}

/** The bits of a word in which `field` has `value`; the caller has checked that the value fits. */
export function insertField(field: Field, value: number): number {
  const raw = field.compressedRegister ? value - 8 : value;
  let bits = 0;
  for (const piece of field.pieces) bits |= ((raw >>> piece.to) & piece.mask) << piece.at;
  return bits >>> 0;
}

/** Smallest and largest value of `field` (registers as register numbers). */
export function fieldRange(field: Field): { min: number; max: number } {
  if (field.compressedRegister) return { min: 8, max: 15 };
  if (field.signed) return { min: -(2 ** (field.bits - 1)), max: 2 ** (field.bits - 1) - 2 ** field.lowestBit };
  return { min: 0, max: 2 ** field.bits - 2 ** field.lowestBit };
}

/** Why `value` cannot stand in `field`, or undefined if it can. */
export function fieldProblem(field: Field, value: number): string | undefined {
  const { min, max } = fieldRange(field);
  if (!Number.isInteger(value) || value < min || value > max) return `${field.name} must be ${min} to ${max}`;
  const step = 2 ** field.lowestBit;
  if (!field.compressedRegister && value % step !== 0) return `${field.name} must be a multiple of ${step}`;
  if (field.forbidden.includes(value)) return `${field.name} may not be ${value}`;
  return undefined;
}
