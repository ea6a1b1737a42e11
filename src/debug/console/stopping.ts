import type { AccessKind } from "../watch.ts";
import { addressOf, atMost, countOf, numberOf, shown } from "./arguments.ts";
import { CommandError, type Command, type Session } from "./command.ts";

const WATCHED_BYTES_MAX = 4096;

const breakAt: Command = {
  names: ["break"],
  usage: "ADDRESS",
  help: "stop before the instruction at this address",
  run(session, args) {
    atMost(args, 1);
    const address = addressOf(session, args[0]);
    return [`  ${session.stops.addBreak(address)}: break at ${session.map.place(address)}`];
  },
};

const watch: Command = {
  names: ["watch"],
  usage: "ADDRESS [BYTES] [read|write|access]",
  help: "stop at accesses to these bytes (8 if left out; writes if left out)",
  run(session, args) {
    atMost(args, 3);
    const address = addressOf(session, args[0]);
    const last = args.length > 1 ? args[args.length - 1] : "";
    const named = isKind(last);
    if (args.length === 3 && !named) throw new CommandError(`the kind of access cannot be ${shown(last)}`);
    const length = countOf(
      args.length - Number(named) > 1 ? args[1] : undefined,
      8,
      WATCHED_BYTES_MAX,
      "the number of bytes",
    );
    const kind = named ? last : "write";
    const number = session.stops.addWatch({ address, length, kind });
    return [`  ${number}: ${kind} of ${length} bytes at ${session.map.place(address)}`];
  },
};

function isKind(text: string): text is AccessKind {
  return text === "read" || text === "write" || text === "access";
}

const remove: Command = {
  names: ["delete"],
  usage: "[NUMBER...]",
  help: "delete breakpoints and watches, all or these",
  run({ stops }, args) {
    if (args.length === 0) stops.clear();
    for (const text of args) {
      if (!stops.delete(Number(numberOf(text, "the number"))))
        throw new CommandError(`there is no number ${shown(text)}`);
    }
    return [];
  },
};

const show: Command = {
  names: ["stops"],
  usage: "",
  help: "the breakpoints and watches there are",
  run(session, args) {
    atMost(args, 0);
    const lines = session.stops.all.map((stop) => stopLine(session, stop));
    return lines.length === 0 ? ["  none"] : lines;
  },
};

function stopLine({ map }: Session, stop: Session["stops"]["all"][number]): string {
  const place = map.place(stop.address);
  const what = stop.kind === "break" ? "break" : `${stop.kind} of ${stop.length} bytes`;
  return `  ${stop.number}: ${what} at ${place}`;
}

/** The commands that set and delete breakpoints and watches. */
export const STOPPING: readonly Command[] = [breakAt, watch, remove, show];
