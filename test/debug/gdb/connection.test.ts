import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { ProgramMap, serveClient, StopList, TimeLine } from "../../../src/debug/index.ts";
import { framed, PACKET_BYTES_MAX, PacketReader } from "../../../src/debug/gdb/framing.ts";
import { Random } from "../../../src/generate/random.ts";
import { caseOf, LOOP, PLACE } from "../programs.ts";

/** A client that gdb could be: it sends packets, and waits for each answer. */
class Client {
  readonly input = new PassThrough();
  readonly output = new PassThrough();
  readonly complaints: string[] = [];
  readonly left: Promise<void>;
  readonly #reader = new PacketReader();
  readonly #packets: string[] = [];
  #raw = "";
  #wake = (): void => undefined;

  constructor(text = LOOP) {
    const checked = caseOf(text);
    this.output.on("data", (bytes: Uint8Array) => {
      this.#raw += Buffer.from(bytes).toString("latin1");
      for (const received of this.#reader.push(bytes)) {
        if (received.kind === "packet") this.#packets.push(received.content);
      }
      this.#wake();
    });
    this.left = serveClient(
      this,
      (interrupted) => ({
        line: new TimeLine(checked),
        solo: undefined,
        compare: () => [],
        map: new ProgramMap({ symbols: [] }),
        stops: new StopList(),
        interrupted,
      }),
      (complaint) => this.complaints.push(complaint),
    );
  }

  /** Everything that came, frames and acknowledgements included; then it is forgotten. */
  async raw(bytes: number): Promise<string> {
    while (this.#raw.length < bytes) await this.#more();
    const raw = this.#raw;
    this.#raw = "";
    return raw;
  }

  async answer(): Promise<string> {
    for (;;) {
      const packet = this.#packets.shift();
      if (packet !== undefined && !/^O[^K]/.test(packet)) return packet;
      if (packet === undefined) await this.#more();
    }
  }

  async ask(packet: string): Promise<string> {
    this.input.write(framed(packet), "latin1");
    return this.answer();
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}

const hex = (value: bigint): string => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes.toString("hex");
};
const PC = "20";

describe("a session", () => {
  test("tells what it can do, what the machine is and where it is", async () => {
    const client = new Client();
    const features = (await client.ask("qSupported:swbreak+;hwbreak+")).split(";");
    expect(features).toEqual(expect.arrayContaining(["ReverseStep+", "ReverseContinue+", "qXfer:features:read+"]));
    const xml = await client.ask("qXfer:features:read:target.xml:0,4000");
    expect(xml).toMatch(/^l<\?xml/);
    expect(xml).toContain("<architecture>riscv:rv64</architecture>");
    const half = await client.ask("qXfer:features:read:target.xml:0,64");
    expect(half).toBe(`m${xml.slice(1, 0x65)}`);
    expect(await client.ask(`p${PC}`)).toBe(hex(PLACE.start));
    expect((await client.ask("g")).length).toBe(36 * 16);
    expect(await client.ask("?")).toBe("T05thread:1;");
    expect(await client.ask("vMustReplyEmpty")).toBe("");
  });

  test("steps and goes on, both ways, to breakpoints of both kinds and to both ends", async () => {
    const client = new Client();
    await client.ask("qSupported:swbreak+;hwbreak+");
    expect(await client.ask("vCont;s:1")).toBe("T05thread:1;");
    expect(await client.ask(`p${PC}`)).toBe(hex(PLACE.start + 4n));
    expect(await client.ask("bs")).toBe("T05thread:1;");
    expect(await client.ask("bs")).toBe("T05thread:1;replaylog:begin;");
    expect(await client.ask(`Z0,${PLACE.loop.toString(16)},4`)).toBe("OK");
    expect(await client.ask("c")).toBe("T05thread:1;swbreak:;");
    expect(await client.ask(`p${PC}`)).toBe(hex(PLACE.loop));
    expect(await client.ask(`z0,${PLACE.loop.toString(16)},4`)).toBe("OK");
    expect(await client.ask(`Z1,${PLACE.load.toString(16)},4`)).toBe("OK");
    expect(await client.ask("vCont;c")).toBe("T05thread:1;hwbreak:;");
    expect(await client.ask("C05")).toBe("T05thread:1;replaylog:end;");
    expect(await client.ask("c")).toBe("T05thread:1;replaylog:end;");
    expect(await client.ask("bc")).toBe("T05thread:1;hwbreak:;");
    expect(await client.ask("bc")).toBe("T05thread:1;replaylog:begin;");
  });

  test("stops before what touches a watch, forwards, and behind it, backwards: gdb steps over it by itself", async () => {
    const client = new Client();
    const buffer = PLACE.buffer.toString(16);
    expect(await client.ask(`Z2,${buffer},8`)).toBe("OK");
    expect(await client.ask("c")).toBe(`T05thread:1;watch:${buffer};`);
    expect(await client.ask(`p${PC}`)).toBe(hex(PLACE.store));
    expect(await client.ask("s")).toBe(`T05thread:1;watch:${buffer};`);
    await client.ask(`z2,${buffer},8`);
    expect(await client.ask("s")).toBe("T05thread:1;");
    await client.ask(`Z3,${buffer},8`);
    expect(await client.ask("c")).toBe(`T05thread:1;rwatch:${buffer};`);
    expect(await client.ask(`p${PC}`)).toBe(hex(PLACE.load));
    await client.ask(`z3,${buffer},8`);
    await client.ask(`Z4,${buffer},8`);
    expect(await client.ask("bc")).toBe(`T05thread:1;awatch:${buffer};`);
    expect(await client.ask(`p${PC}`)).toBe(hex(PLACE.store + 4n));
  });

  test("reads memory, as much as there is", async () => {
    const client = new Client();
    // la s0, buffer: AUIPC s0, 1 is 0x00001417.
    expect(await client.ask(`m${PLACE.start.toString(16)},4`)).toBe("17140000");
    expect(await client.ask("m3fffff,4")).toBe("00");
    expect(await client.ask("m400000,1")).toBe("E02");
    expect(await client.ask("mffffffffffffffff,ffffffff")).toBe("E02");
    expect((await client.ask("m0,ffffffff")).length).toBe(PACKET_BYTES_MAX);
  });

  test("a fault is a signal, and there is a way back from it", async () => {
    const client = new Client("/* rvrelay case 1\n */\n_start: nop\n sd zero, 0(zero)\n ld a0, -1(zero)\n");
    expect(await client.ask("c")).toBe("T0bthread:1;");
    expect(await client.ask("c")).toBe("T05thread:1;replaylog:end;");
    expect(await client.ask("bs")).toBe("T05thread:1;");
    expect(await client.ask(`p${PC}`)).toBe(hex(0x10008n));
  });

  test("nothing is written, but cycles, which lead to that cycle", async () => {
    const client = new Client();
    for (const packet of [
      `Pa=${hex(1n)}`,
      `G${"00".repeat(36 * 8)}`,
      "M11000,1:00",
      "X11000,1:a",
      "c10000",
      "S05;10000",
    ]) {
      expect(await client.ask(packet)).toMatch(/^E\.history is fixed/);
    }
    expect(await client.ask(`P21=${hex(11n)}`)).toBe("OK");
    expect(await client.ask(`p${PC}`)).toBe(hex(PLACE.loop));
    expect(await client.ask("P21=")).toBe("E01");
  });

  test("monitor shows, and moves nothing", async () => {
    const client = new Client();
    const monitor = async (text: string): Promise<string> =>
      Buffer.from(await client.ask(`qRcmd,${Buffer.from(text).toString("hex")}`), "hex").toString();
    expect(await monitor("where")).toContain("cycle 0\n");
    expect(await monitor("step")).toContain("step is not for here");
    expect(await monitor("nonsense")).toContain('no command "nonsense"');
    expect(await monitor("help")).toContain("flags");
    expect(await client.ask("qRcmd,zz")).toBe("E01");
    expect(await client.ask(`p${PC}`)).toBe(hex(PLACE.start));
  });
});

describe("a connection", () => {
  test("acknowledges, asks again for what came damaged, and says again what got lost", async () => {
    const client = new Client();
    client.input.write("$?#00");
    expect(await client.raw(1)).toBe("-");
    client.input.write(framed("qC"));
    expect(await client.raw(8)).toBe(`+${framed("QC1")}`);
    client.input.write("-");
    expect(await client.raw(7)).toBe(framed("QC1"));
    client.input.write(framed("QStartNoAckMode"));
    expect(await client.raw(7)).toBe("+$OK#9a");
    client.input.write(framed("qC"));
    expect(await client.raw(7)).toBe(framed("QC1"));
  });

  test("says so when a packet is too long", async () => {
    const client = new Client();
    client.input.write(`$${"m".repeat(2 * PACKET_BYTES_MAX)}#00`);
    expect(await client.answer()).toBe("E.too long");
    expect(await client.ask("qC")).toBe("QC1");
  });

  const ENDLESS = "/* rvrelay case 1\n * budget: 0xffffffffffffffff\n */\n_start: j _start\n";

  test("interrupts what runs, also when the interrupt comes with its packet", async () => {
    const client = new Client(ENDLESS);
    client.input.write(framed("c"));
    setTimeout(() => client.input.write("\u0003"), 20);
    expect(await client.answer()).toBe("T02thread:1;");
    client.input.write(`${framed("c")}\u0003`);
    expect(await client.answer()).toBe("T02thread:1;");
    expect(await client.ask("bs")).toBe("T05thread:1;");
  });

  test("ends when its client goes away, even while a run goes on", async () => {
    const client = new Client(ENDLESS);
    client.input.write(framed("c"));
    setTimeout(() => client.input.destroy(), 20);
    await client.left;
    expect(client.complaints).toEqual([]);
  });

  test.each(["D", "k", "vKill;1"])("ends at %s", async (packet) => {
    const client = new Client();
    client.input.write(framed(packet));
    await client.left;
    expect(client.complaints).toEqual([]);
  });

  test("ends when packets come in heaps", async () => {
    const client = new Client(ENDLESS);
    client.input.write(framed("c").repeat(500));
    await client.left;
    expect(client.complaints).toEqual(["a client sent packets without waiting for answers"]);
  });

  test("answers every packet, whatever is in it", async () => {
    const random = new Random(99);
    const client = new Client();
    const starts = [
      "m",
      "p",
      "P",
      "Z0,",
      "Z2,",
      "z",
      "vCont;",
      "qXfer:features:read:",
      "qRcmd,",
      "H",
      "T",
      "b",
      "s",
      "C",
      "q",
      "",
    ];
    for (let k = 0; k < 400; k++) {
      const rest = Array.from({ length: random.below(24) }, () =>
        random.pick([..."0123456789abcdef,:;=-#$}*\u0000\u00ff"]),
      );
      const packet = `${random.pick(starts)}${rest.join("")}`;
      if (packet.startsWith("k") || packet.startsWith("D")) continue;
      await client.ask(packet);
    }
    expect(client.complaints).toEqual([]);
    expect(await client.ask("qC")).toBe("QC1");
  });
});
