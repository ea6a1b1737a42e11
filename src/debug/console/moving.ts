import { FLAG_DIRTY } from "../../machine/index.ts";
import { compareMoments } from "../moment.ts";
import { searchBackwards } from "../search-backwards.ts";
import { searchForwards, stepOnce, type Found, type Stops } from "../search.ts";
import { breathe, type TimeLine } from "../time-line.ts";
import { goToCycles, seek, stepBack, toNextLeg } from "../travel.ts";
import { bytesAt, littleEndian } from "../memory-view.ts";
import { addressOf, atMost, countOf, numberOf } from "./arguments.ts";
import { beforeStep, changeLines } from "./changes.ts";
import { CommandError, type Command, type Session } from "./command.ts";
import { whereLines } from "./where.ts";

/** Steps between looks at whether somebody interrupts. */
const STEPS_AT_ONCE = 1024;
const STEPS_MAX = 1_000_000;
const WATCHED_BYTES_MAX = 4096;

const step: Command = {
  names: ["step", "s"],
  usage: "[N]",
  help: "execute N instructions (a fused sequence is one; so is a cut)",
  repeats: true,
  async run(session, args) {
    atMost(args, 1);
    const { line, stops, interrupted } = session;
    const count = countOf(args[0], 1, STEPS_MAX);
    if (line.stop) throw new CommandError("the run has stopped: go back first");
    const { leg } = line.moment;
    const before = beforeStep(line);
    let found: Found | undefined;
    for (let k = 0; k < count && !found && !interrupted(); k++) {
      found = stepOnce(line, stops.stops);
      if (k % STEPS_AT_ONCE === 0) await breathe();
    }
    const changes = line.moment.leg === leg ? changeLines(line, before) : [];
    return [...cutLines(line, leg), ...changes, ...foundLines(session, found), ...whereLines(session)];
  },
};

const back: Command = {
  names: ["back", "b"],
  usage: "[N]",
  help: "go back N instructions",
  repeats: true,
  async run(session, args) {
    atMost(args, 1);
    const count = countOf(args[0], 1, STEPS_MAX);
    for (let k = 0; k < count && !session.interrupted(); k++) {
      if (!(await stepBack(session.line))) return ["this is the beginning of the run", ...whereLines(session)];
    }
    return whereLines(session);
  },
};

const goOn: Command = {
  names: ["continue", "c"],
  usage: "",
  help: "go forwards to the next breakpoint, watch or stop",
  repeats: true,
  run: (session, args) => search(session, args, session.stops.stops, true),
};

const reverseContinue: Command = {
  names: ["reverse-continue", "rc"],
  usage: "",
  help: "go backwards to the last breakpoint or watch, or to the beginning",
  repeats: true,
  run: (session, args) => search(session, args, session.stops.stops, false),
};

const to: Command = {
  names: ["to", "t"],
  usage: "CYCLE",
  help: "go, forwards or backwards, to the last instruction boundary at or before this cycle",
  async run(session, args) {
    atMost(args, 1);
    await goToCycles(session.line, numberOf(args[0], "the cycle"), session.interrupted);
    return whereLines(session);
  },
};

const pc: Command = {
  names: ["pc"],
  usage: "ADDRESS",
  help: "go forwards to the next time that this instruction is reached",
  repeats: true,
  run: (session, args) => search(session, args.slice(1), atAddress(session, args[0]), true),
};

const pcBack: Command = {
  names: ["pc-back"],
  usage: "ADDRESS",
  help: "go backwards to the last time that this instruction was reached",
  repeats: true,
  run: (session, args) => search(session, args.slice(1), atAddress(session, args[0]), false),
};

const lastWrite: Command = {
  names: ["last-write", "who"],
  usage: "ADDRESS [BYTES]",
  help: "who wrote this? go back to right before the last write to these bytes (1 if left out)",
  repeats: true,
  async run(session, args) {
    atMost(args, 2);
    const { line, interrupted } = session;
    const address = addressOf(session, args[0]);
    const length = countOf(args[1], 1, WATCHED_BYTES_MAX, "the number of bytes");
    if (!bytesAt(line.rig.machine.memory, address, length)) throw new CommandError("there is no memory there");
    const watch = { address, length, kind: "write" } as const;
    const later = valueText(line, watch);
    const found = await searchBackwards(line, { breakpoints: new Set(), watches: [watch] }, interrupted);
    if (found.kind === "begin") return ["nothing in the run wrote there before: loaded so", ...whereLines(session)];
    if (found.kind !== "watch") return ["interrupted", ...whereLines(session)];
    return [`    written next: ${valueText(line, watch)} -> ${later}`, ...whereLines(session)];
  },
};

const begin: Command = {
  names: ["begin"],
  usage: "",
  help: "go to the beginning of the run",
  async run(session, args) {
    atMost(args, 0);
    await seek(session.line, session.line.begin);
    return whereLines(session);
  },
};

const end: Command = {
  names: ["end"],
  usage: "",
  help: "go to the end of the run, past all breakpoints",
  async run(session, args) {
    atMost(args, 0);
    await session.line.advance("end", "free", session.interrupted);
    return whereLines(session);
  },
};

const cut: Command = {
  names: ["cut"],
  usage: "",
  help: "of a relay: go to where the next leg begins",
  repeats: true,
  async run(session, args) {
    atMost(args, 0);
    const { line, interrupted } = session;
    const { leg } = line.moment;
    await toNextLeg(line, interrupted);
    return [...cutLines(line, leg), ...whereLines(session)];
  },
};

/** The commands that move through time. */
export const MOVING: readonly Command[] = [
  step,
  back,
  goOn,
  reverseContinue,
  to,
  pc,
  pcBack,
  lastWrite,
  cut,
  begin,
  end,
];

function atAddress(session: Session, text: string | undefined): Stops {
  return { breakpoints: new Set([addressOf(session, text)]), watches: [] };
}

async function search(session: Session, args: readonly string[], stops: Stops, forwards: boolean): Promise<string[]> {
  atMost(args, 0);
  const { line, interrupted } = session;
  const there = line.moment;
  const found = await (forwards ? searchForwards : searchBackwards)(line, stops, interrupted);
  const moved = compareMoments(line.moment, there) !== 0;
  const nothing = forwards ? "the run has stopped already" : "this is the beginning of the run";
  const notes = moved || found.kind === "interrupted" ? foundLines(session, found) : [nothing];
  return [...cutLines(line, there.leg), ...notes, ...whereLines(session)];
}

function foundLines({ map }: Session, found: Found | undefined): string[] {
  if (found?.kind === "watch") {
    const { address, length, kind } = found.watch;
    return [`watch: ${kind} of ${length} bytes at ${map.place(address)}`];
  }
  if (found?.kind === "break") return ["breakpoint"];
  if (found?.kind === "begin") return ["nothing stops it before: this is the beginning of the run"];
  return found?.kind === "interrupted" ? ["interrupted"] : [];
}

/** What is to be said where a leg has begun since. */
function cutLines({ moment, handedOver, rig }: TimeLine, leg: number): string[] {
  if (moment.leg <= leg || !handedOver) return [];
  const stored = rig.machine.memory.liveFlags().reduce((sum, flag) => sum + Number((flag & FLAG_DIRTY) !== 0), 0);
  const referred = rig.calls.context.pages.size;
  return [
    `cut: leg ${handedOver.leg + 1} ended at cycle ${handedOver.cycles}; a fresh machine resumed its snapshot`,
    `    now dirty (stored in it): ${stored} pages; from sources (referred to): ${referred}`,
  ];
}

const SHOWN_BYTES_MAX = 16;

function valueText({ rig }: TimeLine, { address, length }: { address: bigint; length: number }): string {
  const bytes = bytesAt(rig.machine.memory, address, Math.min(length, SHOWN_BYTES_MAX)) ?? new Uint8Array(0);
  if (length <= 8) return `0x${littleEndian(bytes).toString(16)}`;
  return (
    Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ") + (length > bytes.length ? " ..." : "")
  );
}
