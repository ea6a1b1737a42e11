import { registerNumber } from "../../isa/index.ts";
import { CommandError, type Session } from "./command.ts";

const U64 = 2n ** 64n;

/** At most `most` arguments. @throws CommandError */
export function atMost(args: readonly string[], most: number): void {
  if (args.length > most) throw new CommandError(`too many arguments: ${shown(args[most])}`);
}

/** An unsigned 64-bit number, decimal or 0x…, `_` and `,` between digits allowed. @throws CommandError */
export function numberOf(text: string | undefined, what: string): bigint {
  if (text === undefined) throw new CommandError(`${what} is missing`);
  const plain = text.replaceAll(/[_,]/g, "");
  const value = /^(0x[0-9a-f]{1,16}|\d{1,20})$/i.test(plain) ? BigInt(plain) : U64;
  if (value >= U64) throw new CommandError(`${what} cannot be ${shown(text)}; write a number, decimal or 0x…`);
  return value;
}

/** A count from 1 to `most`; `otherwise` if it is left out. @throws CommandError */
export function countOf(text: string | undefined, otherwise: number, most: number, what = "the count"): number {
  if (text === undefined) return otherwise;
  const count = numberOf(text, what);
  if (count === 0n || count > BigInt(most)) throw new CommandError(`${what} is from 1 to ${most}`);
  return Number(count);
}

/**
 * An address: a number, a symbol, `pc`, a register (`$a0`, or `a0` where no symbol has this name), each with `+n` or `-n`
 * behind it. @throws CommandError
 */
export function addressOf({ map, line }: Session, text: string | undefined): bigint {
  if (text === undefined) throw new CommandError("the address is missing");
  const parts = /^([^+-]+)(?:([+-])(\w+))?$/.exec(text);
  if (!parts) throw new CommandError(`the address cannot be ${shown(text)}`);
  const [, name, sign, distance] = parts;
  const { machine } = line.rig;
  const register = registerNumber(name.replace(/^\$/, ""));
  let base = map.addressOf(name);
  if (base === undefined && /^\$?pc$/.test(name)) base = machine.pc;
  if (base === undefined && register !== undefined) base = machine.registers[register];
  if (base === undefined && !/^\d/.test(name)) throw new CommandError(`there is no symbol ${shown(name)}`);
  base ??= numberOf(name, "the address");
  if (sign === undefined) return base;
  const far = numberOf(distance, "the distance");
  return BigInt.asUintN(64, sign === "+" ? base + far : base - far);
}

/** Text of a user as it is repeated to them: short, and nothing but printable characters. */
export function shown(text: string): string {
  const printable = text.replaceAll(/[^\x20-\x7e]/g, "?");
  return `"${printable.length > 60 ? `${printable.slice(0, 57)}...` : printable}"`;
}
