import type { World } from "../case/index.ts";
import { decode, DISCARD, type Decoded } from "../isa/index.ts";
import { codeImage } from "./code-image.ts";

/** An instruction of a program, at its place. */
export interface Site {
  readonly pc: bigint;
  readonly decoded: Decoded;
  readonly kind: SiteKind;
  /** Name of its base instruction. */
  readonly name: string;
  /** Bytes that it loads or stores; 0 if it does neither. */
  readonly width: number;
}

/** What instructions can be asked for. */
export type SiteKind = "load" | "store" | "lr" | "sc" | "amo" | "ecall" | "plain";

/** One place for each kind of instruction that the program has; which of them depends on its bytes. */
export interface Sites {
  readonly found: ReadonlyMap<SiteKind, Site>;
  /** An address at which bytes of the program are no instruction, and those bytes. */
  readonly invalid?: { readonly pc: bigint; readonly word: number };
}

const PAGE = 4096;
const HALVES_MAX = 4096;

/**
 * Instructions in the code of a world, wherever one can be decoded: execution can be made to begin anywhere, in the
 * middle of others too. Loads have a destination, and accesses an address register, that is not x0; behind a load stands
 * another instruction.
 */
export function sitesOf(world: World): Sites {
  if (world !== last.world) last = { world, sites: findSites(world) };
  return last.sites;
}

/** Several laws ask for the same world, one after the other. */
let last: { readonly world?: World; readonly sites: Sites } = { sites: { found: new Map() } };

function findSites(world: World): Sites {
  const image = codeImage(world.program);
  const found = new Map<SiteKind, Site>();
  let invalid: Sites["invalid"];
  if (!image) return { found };
  const all = [...image.pages].filter(([, bytes]) => bytes.some((byte) => byte !== 0));
  const most = Math.min(HALVES_MAX, (all.length * PAGE) / 2);
  for (let k = 0; k < most && (found.size < KINDS || !invalid); k++) {
    const half = k * 2;
    const [page, bytes] = all[Math.floor(half / PAGE)];
    const word = wordIn(bytes, half % PAGE);
    if (word === undefined) continue;
    const pc = BigInt(page * PAGE + (half % PAGE));
    const decoded = decode(word, world.isa, world.version);
    if (!decoded) {
      invalid ??= { pc, word };
      continue;
    }
    const name = decoded.instruction.base.name;
    const kind = kindOf(name, decoded);
    // The first of them at times, a later one at others.
    if (kind === "load" && !isFollowed(bytes, (half % PAGE) + decoded.instruction.length, world)) continue;
    if (!kind || (found.has(kind) && ((image.seed >>> (k & 31)) & 3) !== 0)) continue;
    found.set(kind, { pc, decoded, kind, name, width: widthOf(name) });
  }
  return { found, ...(invalid && { invalid }) };
}

const KINDS = 7;
const LOADS = new Map([
  ["lb", 1],
  ["lbu", 1],
  ["lh", 2],
  ["lhu", 2],
  ["lw", 4],
  ["lwu", 4],
  ["ld", 8],
]);
const STORES = new Map([
  ["sb", 1],
  ["sh", 2],
  ["sw", 4],
  ["sd", 8],
]);
/** Instructions that any state can execute, and that neither jump nor begin a fused sequence. */
const PLAIN = new Set(["addi", "addiw", "slli", "srli", "xor", "and", "sltu", "or"]);

function kindOf(name: string, { rd, rs1 }: Decoded): SiteKind | undefined {
  if (name === "ecall") return "ecall";
  if (PLAIN.has(name)) return "plain";
  if (rs1 === 0) return undefined;
  if (LOADS.has(name)) return rd === DISCARD ? undefined : "load";
  if (STORES.has(name)) return "store";
  if (name.startsWith("lr.")) return "lr";
  if (name.startsWith("sc.")) return "sc";
  return name.startsWith("amo") && rd !== DISCARD ? "amo" : undefined;
}

function widthOf(name: string): number {
  const width = LOADS.get(name) ?? STORES.get(name);
  if (width !== undefined) return width;
  if (!/^(lr|sc|amo)/.test(name)) return 0;
  return name.endsWith(".d") ? 8 : 4;
}

function isFollowed(bytes: Uint8Array, at: number, { isa, version }: World): boolean {
  const next = at < PAGE ? wordIn(bytes, at) : undefined;
  return next !== undefined && decode(next, isa, version) !== undefined;
}

/** The instruction at an offset of a page, as `decode` takes it; undefined where it goes on in the next page. */
function wordIn(bytes: Uint8Array, at: number): number | undefined {
  const low = bytes[at] | (bytes[at + 1] << 8);
  if ((low & 3) !== 3) return low;
  if (at + 4 > PAGE) return undefined;
  return (low | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)) >>> 0;
}
