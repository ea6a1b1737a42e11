import { REGISTER_NAMES, registerNumber } from "../../isa/index.ts";
import { FLAG_DIRTY, FLAG_EXECUTABLE, FLAG_FREEZED, PAGE_SHIFT, PAGE_SIZE } from "../../machine/index.ts";
import { instructionsBefore, instructionsFrom } from "../code-view.ts";
import { finishOf } from "../finish-of.ts";
import { bytesAt } from "../memory-view.ts";
import { goToCycles } from "../travel.ts";
import { addressOf, atMost, countOf, shown } from "./arguments.ts";
import { reservationText } from "./changes.ts";
import { CommandError, type Command } from "./command.ts";
import { placeText, whereLines } from "./where.ts";

const ROW_BYTES = 16;
const SHOWN_BYTES_MAX = 65_536;
const SHOWN_LINES_MAX = 1000;
/** Instructions before pc and from there on, and the bytes that they take at the most. */
const AROUND = 8;
const AROUND_BYTES_MAX = 32n;

const where: Command = {
  names: ["where", "w"],
  usage: "",
  help: "where this is: cycle, leg, next instruction",
  run(session, args) {
    atMost(args, 0);
    return whereLines(session);
  },
};

const registers: Command = {
  names: ["registers", "r"],
  usage: "[NAME...]",
  help: "pc, cycles, load reservation and registers, all or these",
  run({ line, map }, args) {
    const { machine } = line.rig;
    const numbers = args.map((name) => {
      const number = registerNumber(name.replace(/^\$/, ""));
      if (number === undefined) throw new CommandError(`there is no register ${shown(name)}`);
      return number;
    });
    const text = (number: number): string =>
      `${REGISTER_NAMES[number].padEnd(4)} 0x${machine.registers[number].toString(16).padStart(16, "0")}`;
    if (numbers.length > 0) return numbers.map((number) => `  ${text(number)}`);
    const rows = Array.from({ length: 16 }, (_, k) => `  ${text(k)}   ${text(k + 16)}`);
    return [
      `  pc   ${map.place(machine.pc)}   cycles ${machine.cycles} of ${machine.maxCycles}   reservation ${reservationText(machine.reservation)}`,
      ...rows,
    ];
  },
};

const memory: Command = {
  names: ["memory", "x"],
  usage: "ADDRESS [BYTES]",
  help: "bytes of memory (64 if left out)",
  run(session, args) {
    atMost(args, 2);
    const address = addressOf(session, args[0]);
    const length = countOf(args[1], 64, SHOWN_BYTES_MAX, "the number of bytes");
    const bytes = bytesAt(session.line.rig.machine.memory, address, length);
    if (!bytes) throw new CommandError(`there is no memory at 0x${address.toString(16)}`);
    const lines: string[] = [];
    for (let at = 0; at < bytes.length; at += ROW_BYTES) {
      const row = bytes.subarray(at, at + ROW_BYTES);
      const text = Array.from(row, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".")).join("");
      const digits = Array.from(row, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
      lines.push(
        `  0x${(address + BigInt(at)).toString(16).padStart(8, "0")}: ${digits.padEnd(3 * ROW_BYTES)} ${text}`,
      );
    }
    if (bytes.length < length) lines.push("  here memory ends");
    return lines;
  },
};

const flags: Command = {
  names: ["flags", "f"],
  usage: "[ADDRESS]",
  help: "page flags (dirty D, executable X, frozen F) and where pages come from; all, or the page of an address",
  run(session, args) {
    atMost(args, 1);
    const { machine, calls } = session.line.rig;
    const { pageCount } = machine.memory;
    const only = args.length > 0 ? addressOf(session, args[0]) >> BigInt(PAGE_SHIFT) : undefined;
    if (only !== undefined && only >= BigInt(pageCount)) throw new CommandError("there is no memory there");
    const textOf = (page: number): string => {
      const letters = flagLetters(machine.memory.fetchFlag(page));
      const source = calls.context.pages.get(page);
      const isClean = (machine.memory.fetchFlag(page) & FLAG_DIRTY) === 0;
      const origin = source && isClean ? `as in source ${source.id}` : machine.memory.isUntouched(page) ? "zero" : "";
      return `${letters}  ${origin}`.trimEnd();
    };
    if (only !== undefined) return [`  ${rangeText(Number(only), 1)}  ${textOf(Number(only))}`];
    return pageRuns(pageCount, textOf).map(({ first, count, text }) => `  ${rangeText(first, count)}  ${text}`);
  },
};

interface PageRun {
  readonly first: number;
  count: number;
  readonly text: string;
}

/** Neighbours of which the same is said; pages without flags that hold nothing are left out. */
function pageRuns(pageCount: number, textOf: (page: number) => string): PageRun[] {
  const runs: PageRun[] = [];
  for (let page = 0; page < pageCount; page++) {
    const text = textOf(page);
    const last = runs.at(-1);
    if (text === NOTHING) continue;
    if (last?.text === text && last.first + last.count === page) last.count++;
    else runs.push({ first: page, count: 1, text });
  }
  return runs;
}

/** `D X F` as letters, `-` for none of one. */
function flagLetters(value: number): string {
  return (value & FLAG_DIRTY ? "D" : "-") + (value & FLAG_EXECUTABLE ? "X" : "-") + (value & FLAG_FREEZED ? "F" : "-");
}

const NOTHING = `${flagLetters(0)}  zero`;

function rangeText(first: number, count: number): string {
  const [start, end] = [first * PAGE_SIZE, (first + count) * PAGE_SIZE - 1];
  const pages = count === 1 ? `page ${first}` : `pages ${first} to ${first + count - 1}`;
  return `0x${start.toString(16).padStart(8, "0")} to 0x${end.toString(16).padStart(8, "0")}  ${pages}:`;
}

const list: Command = {
  names: ["list", "l"],
  usage: "[ADDRESS [N]]",
  help: "the instructions around pc, or N (16 if left out) from an address on",
  run(session, args) {
    atMost(args, 2);
    const { line, map, stops } = session;
    const { machine } = line.rig;
    const { pc } = machine;
    const around = args.length === 0;
    const address = around ? pc : addressOf(session, args[0]);
    const count = countOf(args[1], around ? AROUND : 2 * AROUND, SHOWN_LINES_MAX);
    const symbol = map.symbolBelow(pc - AROUND_BYTES_MAX) ?? map.symbolBelow(pc - 1n);
    const before = around ? instructionsBefore(machine.memory, pc, AROUND, symbol) : [];
    const all = [...before, ...instructionsFrom(machine.memory, address, count)];
    if (all.length === 0) throw new CommandError(`there is no memory at 0x${address.toString(16)}`);
    const { breakpoints } = stops.stops;
    return all.map((each) => {
      const mark = (each.address === pc ? "=>" : "  ") + (breakpoints.has(each.address) ? "*" : " ");
      const source = map.source(each.address);
      return `${mark} ${map.place(each.address)}  ${each.text}${source && `  # ${source}`}`;
    });
  },
};

const output: Command = {
  names: ["output", "o"],
  usage: "",
  help: "what the program has printed up to here",
  run({ line }, args) {
    atMost(args, 0);
    return line.output.length === 0
      ? ["  nothing"]
      : Buffer.from(line.output).toString("utf8").replace(/\n$/, "").split("\n");
  },
};

const differs: Command = {
  names: ["differs", "d"],
  usage: "",
  help: "of a relay: what is not as in the solo run after as many cycles",
  async run({ line, solo, compare, interrupted }, args) {
    atMost(args, 0);
    if (!solo) throw new CommandError("there is no relay to compare with: start with --relay");
    if (line.stop) await solo.advance("end", "free", interrupted);
    else await goToCycles(solo, line.moment.cycles, interrupted);
    const differences = compare(finishOf(solo), { ...finishOf(line) });
    if (differences.length === 0) return [`  nothing differs at ${placeText(line)}`];
    return differences.map(({ what, expected, actual }) => `  ${what}: solo ${expected}, relay ${actual}`);
  },
};

/** The commands that show something and leave everything as it is. */
export const SHOWING: readonly Command[] = [where, registers, memory, flags, list, output, differs];
