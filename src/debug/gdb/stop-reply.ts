import { stopText, type Stop } from "../../targets/index.ts";
import type { Found } from "../search.ts";

/** gdb's own numbers of signals. */
const SIGNAL = { interrupt: 2, illegal: 4, trap: 5, abort: 6, segment: 11, system: 12 } as const;

const OF_FAULT: Readonly<Record<string, number>> = {
  MemOutOfBound: SIGNAL.segment,
  MemWriteOnExecutablePage: SIGNAL.segment,
  MemWriteOnFreezedPage: SIGNAL.segment,
  InvalidInstruction: SIGNAL.illegal,
  InvalidEcall: SIGNAL.system,
};

/** What gdb calls the kinds of watches. */
const WATCH = { write: "watch", read: "rwatch", access: "awatch" } as const;

/** What a client understands beside the least. */
export interface StopFeatures {
  readonly swbreak: boolean;
  readonly hwbreak: boolean;
}

/** Why a run forwards or backwards came to where it is. */
export interface Arrival {
  /** Undefined after a single step that met nothing. */
  readonly found: Found | undefined;
  readonly stop: Stop | undefined;
  /** True if the run had stopped there before it was told to go on. */
  readonly stayed: boolean;
  readonly forwards: boolean;
  /** The kind of breakpoint at pc. */
  readonly breakpoint?: "swbreak" | "hwbreak" | undefined;
}

/** The stop reply for an arrival. */
export function stopReply({ found, stop, stayed, forwards, breakpoint }: Arrival, features: StopFeatures): string {
  if (found?.kind === "interrupted") return reply(SIGNAL.interrupt);
  if (found?.kind === "watch") {
    return reply(SIGNAL.trap, `${WATCH[found.watch.kind]}:${found.watch.address.toString(16)};`);
  }
  if (found?.kind === "begin" || (stayed && !forwards)) return reply(SIGNAL.trap, "replaylog:begin;");
  if (stop && forwards) {
    // Of a fault gdb tells by its signal; behind that, and behind an exit, there is nothing.
    const signal = stop.kind === "fault" && !stayed ? (OF_FAULT[stop.fault.name] ?? SIGNAL.abort) : SIGNAL.trap;
    return reply(signal, signal === SIGNAL.trap ? "replaylog:end;" : "");
  }
  if (found?.kind === "break" && breakpoint && features[breakpoint]) return reply(SIGNAL.trap, `${breakpoint}:;`);
  return reply(SIGNAL.trap);
}

function reply(signal: number, reason = ""): string {
  return `T${signal.toString(16).padStart(2, "0")}thread:1;${reason}`;
}

/** One line for a person: how a run has stopped. */
export function stopLine(stop: Stop, cycles: bigint): string {
  return `rvrelay: the run stopped at cycle ${cycles}: ${stopText(stop)}; reverse-stepi goes back from here\n`;
}
