import { CommandError, type Session } from "../console/command.ts";
import { inspect } from "../console/console.ts";
import { bytesAt } from "../memory-view.ts";
import { searchBackwards } from "../search-backwards.ts";
import { searchForwards, stepOnce, type Found } from "../search.ts";
import { goToCycles, stepBack, stepForward } from "../travel.ts";
import {
  allRegisters,
  CYCLES_NUMBER,
  fromLittleEndianHex,
  littleEndianHex,
  registerValue,
  TARGET_XML,
} from "./description.ts";
import { PACKET_BYTES_MAX } from "./framing.ts";
import { PointTable } from "./points.ts";
import { stopLine, stopReply } from "./stop-reply.ts";

/** What is said to writes: going back and forth is running again, and what was written would not be there. */
const FIXED = "E.history is fixed: nothing can be written but the register cycles, which goes to that cycle";
const MALFORMED = "E01";
/** Of registers and memory that are not there; gdb takes no text here. */
const MISSING = "E02";

/** Bytes of a program's output that are shown at the most when it was let run once. */
const PRINTED_BYTES_MAX = PACKET_BYTES_MAX / 4;

/** What a packet is answered with. */
export interface Reply {
  /** The content of the packet that goes back. Undefined: nothing goes back. */
  readonly content: string | undefined;
  /** Texts that go before it, for a person to see; one character for each byte. */
  readonly said?: readonly string[];
  /** True if the client is done with this target. */
  readonly done?: boolean;
  /** True if neither side acknowledges packets from here on. */
  readonly noAcks?: boolean;
}

/** Answers the packets of one gdb. The target is stopped whenever a packet comes: a client waits for each answer. */
export class GdbSession {
  readonly #session: Session;
  readonly #points = new PointTable();
  #features = { swbreak: false, hwbreak: false };

  /** @param session what is debugged; its own list of stops is not used */
  constructor(session: Session) {
    this.#session = session;
  }

  /** The answer to one packet; empty for what is not known, as the protocol asks for. */
  async answer(packet: string): Promise<Reply> {
    const moved = this.#move(packet);
    if (moved) return moved;
    const special = this.#special(packet);
    if (special) return special;
    return { content: await this.#plain(packet) };
  }

  #special(packet: string): Reply | undefined {
    if (packet === "D" || packet.startsWith("D;")) return { content: "OK", done: true };
    if (packet === "k") return { content: undefined, done: true };
    if (packet.startsWith("vKill")) return { content: "OK", done: true };
    return packet === "QStartNoAckMode" ? { content: "OK", noAcks: true } : undefined;
  }

  async #plain(packet: string): Promise<string> {
    const { line } = this.#session;
    const rest = packet.slice(1);
    switch (packet.charAt(0)) {
      case "?":
        return stopReply({ found: undefined, stop: undefined, stayed: false, forwards: true }, this.#features);
      case "g":
        return allRegisters(line);
      case "p":
        return this.#readRegister(rest);
      case "P":
        return this.#writeRegister(rest);
      case "m":
        return this.#readMemory(rest);
      case "G":
      case "M":
      case "X":
        return FIXED;
      case "H":
        return "OK";
      case "T":
        return rest === "1" ? "OK" : MISSING;
      case "Z":
      case "z":
        return this.#points.change(packet);
      case "q":
        return this.#query(packet);
      case "v":
        return packet === "vCont?" ? "vCont;c;C;s;S" : "";
      default:
        return "";
    }
  }

  #readRegister(text: string): string {
    const value = /^[0-9a-f]{1,4}$/i.test(text) ? registerValue(this.#session.line, parseInt(text, 16)) : undefined;
    return value === undefined ? MISSING : littleEndianHex(value);
  }

  /** Of all registers only the cycles can be written: the run goes to where they were so many. */
  async #writeRegister(text: string): Promise<string> {
    const [number, digits = ""] = text.split("=");
    if (!/^[0-9a-f]{1,4}$/i.test(number) || parseInt(number, 16) !== CYCLES_NUMBER) return FIXED;
    const cycles = fromLittleEndianHex(digits);
    if (cycles === undefined) return MALFORMED;
    await goToCycles(this.#session.line, cycles, this.#session.interrupted);
    return "OK";
  }

  #readMemory(text: string): string {
    const parts = /^([0-9a-f]{1,16}),([0-9a-f]{1,8})$/i.exec(text);
    if (!parts) return MALFORMED;
    const length = Math.min(parseInt(parts[2], 16), PACKET_BYTES_MAX / 2);
    if (length === 0) return "";
    const bytes = bytesAt(this.#session.line.rig.machine.memory, BigInt(`0x${parts[1]}`), length);
    return bytes ? Buffer.from(bytes).toString("hex") : MISSING;
  }

  async #query(packet: string): Promise<string> {
    const [name] = packet.split(/[:,]/, 1);
    switch (name) {
      case "qSupported":
        return this.#supported(packet);
      case "qXfer":
        return transfer(packet);
      case "qC":
        return "QC1";
      case "qfThreadInfo":
        return "m1";
      case "qsThreadInfo":
        return "l";
      case "qAttached":
        return "1";
      case "qSymbol":
        return "OK";
      case "qRcmd":
        return this.#monitor(packet.slice("qRcmd,".length));
      default:
        return "";
    }
  }

  #supported(packet: string): string {
    const known = packet.slice("qSupported:".length).split(";");
    this.#features = { swbreak: known.includes("swbreak+"), hwbreak: known.includes("hwbreak+") };
    return [
      `PacketSize=${PACKET_BYTES_MAX.toString(16)}`,
      "qXfer:features:read+",
      "QStartNoAckMode+",
      "ReverseStep+",
      "ReverseContinue+",
      "vContSupported+",
      "swbreak+",
      "hwbreak+",
    ].join(";");
  }

  /** `monitor …` in gdb: the commands of the debugger that show something. */
  async #monitor(digits: string): Promise<string> {
    if (!/^([0-9a-f]{2})*$/i.test(digits)) return MALFORMED;
    const lines = await this.#inspected(Buffer.from(digits, "hex").toString("utf8"));
    const bytes = Buffer.from(`${lines.join("\n")}\n`);
    return bytes.subarray(0, PACKET_BYTES_MAX / 2).toString("hex");
  }

  async #inspected(text: string): Promise<readonly string[]> {
    try {
      return await inspect(this.#session, text);
    } catch (error) {
      if (error instanceof CommandError) return [error.message];
      throw error;
    }
  }

  /** Packets that let the program run, forwards or backwards; undefined for others. */
  #move(packet: string): Promise<Reply> | undefined {
    if (packet === "bs") return this.#go(false, true);
    if (packet === "bc") return this.#go(false, false);
    // Signals are for operating systems: with one, it is the same.
    const parts = /^(?:vCont;)?([cCsS])/.exec(packet);
    if (!parts) return undefined;
    if (/^[cs]./.test(packet) || /^[CS][^;]*;/.test(packet)) return Promise.resolve({ content: FIXED });
    return this.#go(true, parts[1].toLowerCase() === "s");
  }

  async #go(forwards: boolean, single: boolean): Promise<Reply> {
    const { line, interrupted } = this.#session;
    const { stops } = this.#points;
    const printedBefore = line.output.length;
    const stayed = forwards && line.stop !== undefined;
    let found: Found | undefined;
    if (forwards && single) found = stepOnce(line, stops);
    else if (forwards) found = await searchForwards(line, stops, interrupted);
    else if (single) found = (await stepBack(line)) ? undefined : { kind: "begin" };
    else found = await searchBackwards(line, stops, interrupted);
    if (found?.kind === "watch") {
      // To gdb a RISC-V machine stops before it touches a watch, whichever way it goes: gdb then steps over that itself.
      if (forwards) await stepBack(line);
      else stepForward(line);
    }
    const breakpoint = this.#points.kindAt(line.rig.machine.pc);
    const content = stopReply({ found, stop: line.stop, stayed, forwards, breakpoint }, this.#features);
    const printed = forwards ? line.output.subarray(printedBefore) : [];
    const said = [Buffer.from(printed.slice(0, PRINTED_BYTES_MAX)).toString("latin1")];
    if (forwards && line.stop) said.push(stopLine(line.stop, line.moment.cycles));
    return { content, said: said.filter(Boolean) };
  }
}

/** `qXfer:features:read:target.xml:OFFSET,LENGTH`. */
function transfer(packet: string): string {
  const parts = /^qXfer:features:read:([^:]*):([0-9a-f]{1,8}),([0-9a-f]{1,8})$/i.exec(packet);
  if (!parts) return "";
  if (parts[1] !== "target.xml") return "E00";
  const start = parseInt(parts[2], 16);
  const end = start + Math.min(parseInt(parts[3], 16), PACKET_BYTES_MAX / 2);
  return `${end < TARGET_XML.length ? "m" : "l"}${TARGET_XML.slice(start, end)}`;
}
