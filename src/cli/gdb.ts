import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { serveClient, type Session } from "../debug/index.ts";
import { sessionOf } from "./debug-session.ts";
import { readDebuggee, type Debuggee, type DebuggeeOptions } from "./debuggee.ts";
import { UsageError } from "./exit.ts";
import { writeWhole } from "./files.ts";

/** Options of `rvrelay gdb`. */
export interface GdbOptions extends DebuggeeOptions {
  readonly port?: number;
  readonly stdio?: boolean;
  readonly elf?: string;
  readonly keep?: boolean;
}

const HOST = "127.0.0.1";

/** `rvrelay gdb`: a gdb remote stub over loopback, or over the standard streams. */
export async function gdb(file: string, args: readonly string[], options: GdbOptions): Promise<void> {
  if (options.stdio && options.port !== undefined) throw new UsageError("--stdio and --port do not go together");
  if (options.stdio && options.keep) throw new UsageError("--stdio has one client: --keep does not go with it");
  const debuggee = readDebuggee(file, args, options);
  if (options.elf !== undefined) writeWhole(options.elf, debuggee.elf);
  const makeSession = (interrupted: () => boolean): Session => sessionOf(debuggee, options.relay ?? false, interrupted);
  if (options.stdio) {
    await serveClient({ input: process.stdin, output: process.stdout }, makeSession, complain);
    process.stdin.destroy();
  } else await listen(debuggee, options, makeSession);
}

async function listen(
  { name }: Debuggee,
  { port = 0, elf, keep = false }: GdbOptions,
  makeSession: (interrupted: () => boolean) => Session,
): Promise<void> {
  const server = createServer();
  let client: Socket | undefined;
  server.on("connection", (socket) => {
    if (client) return socket.destroy(); // one at a time: two would move the same run
    client = socket;
    socket.setNoDelay(true);
    void serveClient({ input: socket, output: socket }, makeSession, complain).then(() => {
      socket.end();
      setTimeout(() => socket.destroy(), LINGER_MS).unref();
      client = undefined;
      if (!keep) server.close();
    });
    return undefined;
  });
  const listening = await bound(server, port);
  const loads = elf === undefined ? "" : ` ${elf}`;
  process.stdout.write(
    `${name}: listening on ${HOST}:${listening}: gdb-multiarch -ex 'set osabi none' -ex 'target remote ${HOST}:${listening}'${loads}\n`,
  );
  await once(server, "close");
}

/** Time for the last answer to arrive. */
const LINGER_MS = 1000;

async function bound(server: Server, port: number): Promise<number> {
  try {
    server.listen(port, HOST);
    await once(server, "listening");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new UsageError(`--port ${port}: cannot be listened on (${reason})`);
  }
  const address = server.address();
  return typeof address === "object" && address ? address.port : port;
}

function complain(text: string): void {
  process.stderr.write(`rvrelay: ${text}\n`);
}
