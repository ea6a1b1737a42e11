import type { Duplex, Readable, Writable } from "node:stream";
import type { Session } from "../console/command.ts";
import { framed, PacketReader, type Received } from "./framing.ts";
import { GdbSession, type Reply } from "./session.ts";

/** Packets that wait at the most; a client waits for each answer, so that nobody honest has more than one. */
const WAITING_MAX = 100;

/** A pair of streams to a client. */
export interface Streams {
  readonly input: Readable | Duplex;
  readonly output: Writable | Duplex;
}

/** Something received that was not taken yet. */
interface Waiting {
  readonly received: Received;
  /** True if the client has interrupted it already. */
  interrupted: boolean;
}

/**
 * Serves one client until it leaves, detaches or kills its target. Nothing that it sends ends anything but this.
 * @param makeSession is given what asks whether the client has interrupted a run
 * @param complain is told, in one line, what went wrong with a client
 */
export function serveClient(
  { input, output }: Streams,
  makeSession: (interrupted: () => boolean) => Session,
  complain: (text: string) => void,
): Promise<void> {
  return new Promise((resolve) => {
    let interrupted = false;
    let left = false;
    const session = new GdbSession(makeSession(() => interrupted));
    const reader = new PacketReader();
    const waiting: Waiting[] = [];
    let acks = true;
    let busy = false;
    let lastSent = "";

    const leave = (): void => {
      interrupted = true; // what still runs for it ends soon
      left = true;
      if (!busy) resolve();
    };
    const write = (text: string): void => {
      if (!left && output.writable) output.write(text, "latin1");
    };
    const send = ({ content, said = [], done = false, noAcks = false }: Reply): void => {
      for (const text of said) write(framed(`O${Buffer.from(text, "latin1").toString("hex")}`));
      if (content !== undefined) write((lastSent = framed(content)));
      if (noAcks) acks = false;
      if (done) leave();
    };
    const take = async ({ received, interrupted: already }: Waiting): Promise<void> => {
      if (received.kind === "nak") write(lastSent);
      else if (received.kind === "damaged") {
        if (acks && received.why === "wrong checksum") write("-");
        else {
          if (acks) write("+");
          send({ content: `E.${received.why}` });
        }
      } else if (received.kind === "packet") {
        if (acks) write("+");
        interrupted = left || already;
        send(await session.answer(received.content));
      }
    };
    const work = async (): Promise<void> => {
      if (busy) return;
      busy = true;
      while (!left) {
        const next = waiting.shift();
        if (!next) break;
        try {
          await take(next);
        } catch (error) {
          complain(error instanceof Error ? error.message : String(error));
          send({ content: "E.rvrelay failed; its own output says how" });
        }
      }
      busy = false;
      if (left) resolve();
    };
    input.on("data", (bytes: Uint8Array) => {
      for (const received of reader.push(bytes)) {
        const last = waiting.at(-1);
        if (received.kind === "interrupt" && last) last.interrupted = true;
        else if (received.kind === "interrupt") interrupted = true;
        else if (received.kind !== "ack") waiting.push({ received, interrupted: false });
      }
      if (waiting.length > WAITING_MAX) {
        complain("a client sent packets without waiting for answers");
        leave();
      }
      void work();
    });
    for (const stream of [input, output]) stream.on("error", leave);
    input.on("end", leave);
    input.on("close", leave);
  });
}
