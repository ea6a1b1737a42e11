/** Bytes of a packet's content that are taken at most; gdb is told so (`PacketSize`). */
export const PACKET_BYTES_MAX = 0x4000;

/** What came over the connection. Contents are texts of one character for each byte. */
export type Received =
  | { readonly kind: "packet"; readonly content: string }
  | { readonly kind: "ack" | "nak" | "interrupt" }
  /** A packet that is not to be believed: its checksum is wrong, or it is longer than any may be. */
  | { readonly kind: "damaged"; readonly why: "wrong checksum" | "too long" };

const INTERRUPT = 0x03;
const HASH = 0x23;
const DOLLAR = 0x24;
const PLUS = 0x2b;
const MINUS = 0x2d;
const ESCAPE = 0x7d;
const ESCAPE_XOR = 0x20;

/** Cuts a stream of bytes into packets of gdb's remote protocol; what belongs to none is passed over. */
export class PacketReader {
  /** What is read: nothing of a packet yet, its content, or this many digits of its checksum. */
  #state: "outside" | "content" | "checksum" = "outside";
  #bytes: number[] = [];
  #tooLong = false;
  #sum = 0;
  #digits = "";

  /** What these bytes, after all those before, complete. */
  push(bytes: Uint8Array): Received[] {
    const received: Received[] = [];
    for (const byte of bytes) {
      const one = this.#take(byte);
      if (one) received.push(one);
    }
    return received;
  }

  #take(byte: number): Received | undefined {
    if (this.#state === "checksum") return this.#takeDigit(byte);
    if (byte === DOLLAR) this.#begin();
    else if (this.#state === "outside") return OUTSIDE.get(byte);
    else if (byte === HASH) this.#state = "checksum";
    else this.#takeContent(byte);
    return undefined;
  }

  /** A packet that is begun again is what gdb sends after it gave one up. */
  #begin(): void {
    this.#state = "content";
    this.#bytes = [];
    this.#tooLong = false;
    this.#sum = 0;
    this.#digits = "";
  }

  #takeContent(byte: number): void {
    this.#sum = (this.#sum + byte) & 0xff;
    if (this.#bytes.length < PACKET_BYTES_MAX) this.#bytes.push(byte);
    else this.#tooLong = true;
  }

  #takeDigit(byte: number): Received | undefined {
    this.#digits += String.fromCharCode(byte);
    if (this.#digits.length < 2) return undefined;
    this.#state = "outside";
    if (this.#tooLong) return { kind: "damaged", why: "too long" };
    const sum = /^[0-9a-f]{2}$/i.test(this.#digits) ? parseInt(this.#digits, 16) : -1;
    if (sum !== this.#sum) return { kind: "damaged", why: "wrong checksum" };
    return { kind: "packet", content: unescaped(this.#bytes) };
  }
}

const OUTSIDE: ReadonlyMap<number, Received> = new Map([
  [INTERRUPT, { kind: "interrupt" }],
  [PLUS, { kind: "ack" }],
  [MINUS, { kind: "nak" }],
]);

function unescaped(bytes: readonly number[]): string {
  const plain: number[] = [];
  for (let k = 0; k < bytes.length; k++) {
    plain.push(bytes[k] === ESCAPE && k + 1 < bytes.length ? bytes[++k] ^ ESCAPE_XOR : bytes[k]);
  }
  return Buffer.from(plain).toString("latin1");
}

/** A packet with its checksum; characters of the content that mean something outside it are escaped. */
export function framed(content: string): string {
  const escaped = content.replaceAll(/[#$*}]/g, (character) => {
    return `}${String.fromCharCode(character.charCodeAt(0) ^ ESCAPE_XOR)}`;
  });
  let sum = 0;
  for (let k = 0; k < escaped.length; k++) sum = (sum + escaped.charCodeAt(k)) & 0xff;
  return `$${escaped}#${sum.toString(16).padStart(2, "0")}`;
}
