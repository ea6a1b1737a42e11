import type { Stops } from "../search.ts";
import type { AccessKind } from "../watch.ts";

/** Breakpoints and watchpoints that a client may have at once. */
const POINTS_MAX = 10_000;
/** Bytes of one watchpoint. */
const WATCHED_BYTES_MAX = 0x10000;

const WATCHES: Readonly<Record<string, AccessKind>> = { "2": "write", "3": "read", "4": "access" };

interface Point {
  /** As in the packets: 0 and 1 are breakpoints, 2 to 4 watchpoints. */
  readonly type: string;
  readonly address: bigint;
  /** Bytes of a watchpoint. */
  readonly length: number;
}

/** The breakpoints and watchpoints that a client has inserted. */
export class PointTable {
  readonly #points = new Map<string, Point>();

  /** What a search is to stop at. */
  get stops(): Stops {
    const points = [...this.#points.values()];
    return {
      breakpoints: new Set(points.filter(({ type }) => type < "2").map(({ address }) => address)),
      watches: points
        .filter(({ type }) => type >= "2")
        .map(({ type, address, length }) => ({ address, length, kind: WATCHES[type] })),
    };
  }

  /** What stands at an address; undefined for no breakpoint. */
  kindAt(address: bigint): "swbreak" | "hwbreak" | undefined {
    const types = [...this.#points.values()].filter((point) => point.address === address).map(({ type }) => type);
    if (types.includes("0")) return "swbreak";
    return types.includes("1") ? "hwbreak" : undefined;
  }

  /** Answers `Z…` (insert) and `z…` (remove). */
  change(packet: string): string {
    const parts = /^([Zz])(\d),([0-9a-f]{1,16}),([0-9a-f]{1,8})$/i.exec(packet);
    if (!parts) return /^[Zz][0-4],[^;]*$/.test(packet) ? "E01" : "";
    const [, action, type, address, length] = parts;
    if (type > "4") return "";
    const key = `${type},${BigInt(`0x${address}`)},${type < "2" ? 0 : parseInt(length, 16)}`;
    if (action === "z") {
      this.#points.delete(key);
      return "OK";
    }
    const point = { type, address: BigInt(`0x${address}`), length: parseInt(length, 16) };
    if (type >= "2" && (point.length === 0 || point.length > WATCHED_BYTES_MAX)) return "E.too long to be watched";
    if (this.#points.size >= POINTS_MAX) return "E.too many breakpoints";
    this.#points.set(key, point);
    return "OK";
  }
}
