/** Mutants of one file that nothing can or should notice, and why. */
export interface Explained {
  readonly reason: string;
  /** As `npm run mutation` prints them; `×3` behind one stands for three with the same text. */
  readonly mutants: readonly string[];
}

/** By file. A survivor that is not here fails `npm run mutation`, and so does an entry that does not survive. */
export const SURVIVORS: Readonly<Record<string, readonly Explained[]>> = {
  "src/isa/decode.ts": [
    {
      reason: "Equivalent: no word matches what has no mask.",
      mutants: ['ArrayDeclaration: [] → ["Stryker was here"] ×2'],
    },
    {
      reason:
        "Equivalent: a row that is in a bucket too many, or twice, is found by its own words only; compressed rows fix their funct3, so that the first probe finds their bucket.",
      mutants: [
        "EqualityOperator: funct3 < 8 → funct3 <= 8",
        "ConditionalExpression: instruction.length === 4 → true",
        "ConditionalExpression: (probe & mask) >>> 0 === match → true",
        "ConditionalExpression: !bucket.includes(instruction) → true",
      ],
    },
  ],
  "src/isa/fuse.ts": [
    {
      reason: "Equivalent: the register of x0 is set right behind.",
      mutants: ["EqualityOperator: variable < VARIABLES → variable <= VARIABLES"],
    },
    {
      reason: "Equivalent: only speed; of no rules none matches.",
      mutants: ["ConditionalExpression: patterns.length === 0 → false"],
    },
    {
      reason: "Equivalent: empty parts are filtered, and what stands behind the last operand is not looked at.",
      mutants: [
        "Regex: /[\\s,()]+/ → /[\\s,()]/",
        "MethodExpression: line.split(/[\\s,()]+/).filter(Boolean) → line.split(/[\\s,()]+/)",
      ],
    },
    {
      reason: "Equivalent: what is no register, as `imm`, is neither a variable nor a number, and filtered.",
      mutants: [
        'ConditionalExpression: field === "rd" || field === "rs1" || field === "rs2" → true',
        'ArrayDeclaration: [] → ["Stryker was here"]',
      ],
    },
    {
      reason:
        "Equivalent for the rules there are: none asks for x0 in an instruction, and none has other names than these.",
      mutants: [
        "EqualityOperator: fixed >= 0 → fixed > 0",
        "Regex: /^r[0-4]$/ → /^r[0-4]/",
        "Regex: /^r[0-4]$/ → /r[0-4]$/",
      ],
    },
  ],
  "src/isa/fusion.ts": [
    {
      reason: "Equivalent: no code lies at 2^31 - 1 or beyond.",
      mutants: [
        "ConditionalExpression: auipc.pc <= INT32_MAX → true",
        "EqualityOperator: auipc.pc <= INT32_MAX → auipc.pc < INT32_MAX",
      ],
    },
  ],
  "src/isa/hart.ts": [
    {
      reason: "Equivalent: the high halves are not equal here.",
      mutants: ["EqualityOperator: high < other → high <= other ×2"],
    },
  ],
  "src/isa/pattern.ts": [
    {
      reason: "Unreachable: the token has matched, with its ranges.",
      mutants: ['StringLiteral: "" → "Stryker was here!"'],
    },
    {
      reason: "Equivalent: three bits are taken, and 8 more or less make no difference to them.",
      mutants: ["ArithmeticOperator: value - 8 → value + 8"],
    },
    {
      reason: "Equivalent for every token of the table, which is what is parsed; others are mistakes in it.",
      mutants: [
        "Regex: /^(rd|rs1|rs2)('?)(?:!=(?:(\\d+)|\\{([\\d,]+)\\}))?$/ → /^(rd|rs1|rs2)('?)(?:!=(?:(\\d+)|\\{([\\d,]+)\\}))?/",
        "Regex: /^(rd|rs1|rs2)('?)(?:!=(?:(\\d+)|\\{([\\d,]+)\\}))?$/ → /(rd|rs1|rs2)('?)(?:!=(?:(\\d+)|\\{([\\d,]+)\\}))?$/",
        "Regex: /^(rd|rs1|rs2)('?)(?:!=(?:(\\d+)|\\{([\\d,]+)\\}))?$/ → /^(rd|rs1|rs2)('?)(?:!=(?:(\\d)|\\{([\\d,]+)\\}))?$/",
        "Regex: /^(nz)?(imm|uimm|shamt|fm|pred|succ)\\[([\\d:|]+)\\]$/ → /(nz)?(imm|uimm|shamt|fm|pred|succ)\\[([\\d:|]+)\\]$/",
        "Regex: /^(nz)?(imm|uimm|shamt|fm|pred|succ)\\[([\\d:|]+)\\]$/ → /^(nz)?(imm|uimm|shamt|fm|pred|succ)\\[([\\d:|]+)\\]/",
        "Regex: /\\s+/ → /\\s/",
        "Regex: /^[01]+$/ → /^[01]+/ ×2",
      ],
    },
  ],
  "src/isa/rv64a.ts": [
    {
      reason: "Equivalent: equal values may be taken from either side.",
      mutants: [
        "EqualityOperator: signed(b) < signed(old) → signed(b) <= signed(old)",
        "EqualityOperator: b < old → b <= old ×2",
        "EqualityOperator: b >= old → b > old ×2",
        "EqualityOperator: signed(b) >= signed(old) → signed(b) > signed(old)",
        "EqualityOperator: b >>> 0 < old >>> 0 → b >>> 0 <= old >>> 0",
        "EqualityOperator: b >>> 0 >= old >>> 0 → b >>> 0 > old >>> 0",
      ],
    },
  ],
  "src/isa/rv64i.ts": [
    {
      reason: "Equivalent: the high halves are not equal here.",
      mutants: ["EqualityOperator: high < sign → high <= sign ×2"],
    },
  ],
  "src/isa/shift.ts": [
    {
      reason: "Equivalent: JavaScript takes shift amounts modulo 32.",
      mutants: ["ArithmeticOperator: amount - 32 → amount + 32 ×3"],
    },
  ],
  "src/isa/table.ts": [
    {
      reason: "Equivalent: empty parts are filtered, and what stands behind the last operand is not looked at.",
      mutants: [
        "Regex: /[\\s,()]+/ → /[\\s,()]/",
        "MethodExpression: text.split(/[\\s,()]+/).filter(Boolean) → text.split(/[\\s,()]+/)",
      ],
    },
    {
      reason: "Equivalent: the decoder itself discards what goes to x0.",
      mutants: ["ConditionalExpression: rd === 0 → false"],
    },
    {
      reason: "Equivalent: a base instruction stands for no other one.",
      mutants: ['ArrayDeclaration: [] → ["Stryker was here"]'],
    },
  ],
  "src/machine/block.ts": [
    {
      reason: "Equivalent: only speed; a block is any run of instructions.",
      mutants: ["EqualityOperator: operations.length < BLOCK_LENGTH_MAX → operations.length <= BLOCK_LENGTH_MAX"],
    },
    {
      reason: "Nothing looks at the end of what is no block: it is never executed.",
      mutants: ["UnaryOperator: -2 → +2"],
    },
  ],
  "src/machine/block-supply.ts": [
    {
      reason: "Equivalent: only speed; looking at a page again that has not changed since gives the same.",
      mutants: [
        "ConditionalExpression: this.#codeVersion !== this.#memory.codeVersion || this.#generation !== decoded.generation → true",
        "ConditionalExpression: kept !== undefined → true",
        "ConditionalExpression: kept !== undefined → false",
        "EqualityOperator: kept !== undefined → kept === undefined",
        "CallExpression: this.#same.set(page, kept); → ;",
      ],
    },
    {
      reason: "Equivalent: nothing is known before the first block, and nothing there is to forget.",
      mutants: ["UnaryOperator: -1 → +1"],
    },
    {
      reason:
        "Equivalent but for memory: what others have forgotten of a page has the bytes that are here still, and blocks of them.",
      mutants: [
        "ConditionalExpression: this.#generation !== decoded.generation → false",
        "EqualityOperator: this.#generation !== decoded.generation → this.#generation === decoded.generation",
      ],
    },
  ],
  "src/machine/core.ts": [
    {
      reason: "Equivalent: the exact way, which is always right, takes over.",
      mutants: [
        "ConditionalExpression: this.w[2 * i.rs1 + 1] === 0 && near >= 0 && near < MEMORY_SIZE_MAX → false",
        "EqualityOperator: near >= 0 → near > 0",
        "ConditionalExpression: target >= 0 && target < MEMORY_SIZE_MAX → false",
        "EqualityOperator: target >= 0 → target > 0 ×2",
        "ConditionalExpression: this.w[2 * i.rs1 + 1] === 0 && target >= 0 && target < MEMORY_SIZE_MAX → false",
      ],
    },
    {
      reason:
        "Equivalent: 2^31 and what a jump reaches beyond it are outside of every memory, and read the same as a Number.",
      mutants: [
        "EqualityOperator: near < MEMORY_SIZE_MAX → near <= MEMORY_SIZE_MAX",
        "EqualityOperator: exact < MEMORY_SIZE_MAX → exact <= MEMORY_SIZE_MAX ×2",
        "ConditionalExpression: target < MEMORY_SIZE_MAX → true",
        "EqualityOperator: target < MEMORY_SIZE_MAX → target <= MEMORY_SIZE_MAX",
        "EqualityOperator: target < MEMORY_SIZE_MAX → target >= MEMORY_SIZE_MAX",
      ],
    },
  ],
  "src/machine/cycle-counter.ts": [
    {
      reason: "Equivalent: any number below zero means that nothing is left; at the boundary both sides are the same.",
      mutants: ["ConditionalExpression: rest < 0n → false", "EqualityOperator: rest > PIECE_MAX → rest >= PIECE_MAX"],
    },
  ],
  "src/machine/decoded-code.ts": [
    {
      reason: "Equivalent: any number will do that is another one for each of them.",
      mutants: [
        "ArithmeticOperator: (isa * VERSIONS + version) * KNOWN_COSTS.length + known → (isa * VERSIONS + version) * KNOWN_COSTS.length - known",
        "ArithmeticOperator: isa * VERSIONS + version → isa * VERSIONS - version",
      ],
    },
    {
      reason: "Equivalent: only speed; one more or less is kept, or refused before all is forgotten.",
      mutants: [
        "EqualityOperator: this.#refused > REFUSED_MAX → this.#refused >= REFUSED_MAX",
        "EqualityOperator: this.#operations > OPERATIONS_MAX → this.#operations >= OPERATIONS_MAX",
        "EqualityOperator: this.#pages.size > PAGES_MAX → this.#pages.size >= PAGES_MAX",
      ],
    },
  ],
  "src/machine/decoder-cache.ts": [
    {
      reason: "Equivalent: the array grows as it is written.",
      mutants: ["ArrayDeclaration: new Array<Operation | undefined>(ENTRY_COUNT) → new Array()"],
    },
    {
      reason: "Equivalent: nothing is kept behind the last entry, and no address has an entry there.",
      mutants: ["EqualityOperator: k < ENTRY_COUNT → k <= ENTRY_COUNT"],
    },
  ],
  "src/machine/executor.ts": [
    {
      reason: "Equivalent: it is asked a turn earlier whether to go on, and the answer then is that it may.",
      mutants: ["EqualityOperator: turn > turnsMax → turn >= turnsMax ×2"],
    },
    {
      reason: "Equivalent: only memory; blocks that nobody looks at are kept for longer.",
      mutants: ["ConditionalExpression: machine.observer !== undefined → true"],
    },
    {
      reason: "Equivalent: only speed; blocks are looked up or decoded again, and mean the same.",
      mutants: [
        "UnaryOperator: -1 → +1",
        "ConditionalExpression: this.#codeVersion !== machine.memory.codeVersion → true",
        "BooleanLiteral: false → true",
        "ConditionalExpression: block.next.pc === pc → false",
        "ConditionalExpression: block.otherNext.pc === pc → false",
      ],
    },
    {
      reason: "Equivalent: only speed; one operation after the other gives what the block gives.",
      mutants: [
        "ConditionalExpression: block.cost <= machine.counter.left → false",
        "EqualityOperator: block.cost <= machine.counter.left → block.cost < machine.counter.left",
      ],
    },
    {
      reason:
        "Equivalent: where there is an observer, a block is executed without it only after it was told of the block; where there is none, nobody reads the mark.",
      mutants: ["ConditionalExpression: observer !== undefined → true"],
    },
    {
      reason: "Equivalent: the exact pc is looked at only where the near one is FAR.",
      mutants: ["ConditionalExpression: machine.near === FAR → true"],
    },
    {
      reason: "Equivalent: only an ecall resets, and it is the last operation of its block.",
      mutants: ["ConditionalExpression: this.#machine.resetSignal → false"],
    },
    {
      reason: "Equivalent: asking for cycles that are there already changes nothing.",
      mutants: [
        "ConditionalExpression: operation.cost > machine.counter.left → true",
        "EqualityOperator: operation.cost > machine.counter.left → operation.cost >= machine.counter.left",
      ],
    },
  ],
  "src/machine/fetch.ts": [
    {
      reason: "Equivalent: only speed; the way behind it, with a look at each page, gives the same.",
      mutants: [
        "ConditionalExpression: offset <= PAGE_SIZE - 4 && memory.isExecutable(pc >>> PAGE_SHIFT) → false",
        "EqualityOperator: offset <= PAGE_SIZE - 4 → offset < PAGE_SIZE - 4",
        "BlockStatement: { const word = memory.read32(pc); return instructionLength(word) === 4 ? word >>> 0 : word… → {}",
      ],
    },
  ],
  "src/machine/init-pages.ts": [
    {
      reason: "Equivalent: at the boundary both sides are the same, and subarray cuts what lies behind the end.",
      mutants: [
        "EqualityOperator: offset < size → offset <= size",
        "ConditionalExpression: size - lead < source.length → true",
        "EqualityOperator: size - lead < source.length → size - lead <= source.length",
        "EqualityOperator: at >= PAGE_SIZE → at > PAGE_SIZE",
        "ConditionalExpression: length > 0n → true",
        "EqualityOperator: length > 0n → length >= 0n",
      ],
    },
  ],
  "src/machine/kept-blocks.ts": [
    {
      reason: "Equivalent: only speed; blocks are looked up or decoded again, and mean the same.",
      mutants: [
        "EqualityOperator: this.#operations > this.#operationsMax → this.#operations >= this.#operationsMax",
        "EqualityOperator: this.#operations > OPERATIONS_MAX → this.#operations >= OPERATIONS_MAX",
      ],
    },
  ],
  "src/machine/load-program.ts": [
    {
      reason: "Unreachable: both numbers are lengths of what is in memory. It stands here because CKB-VM has the test.",
      mutants: [
        'ObjectLiteral: { name: "Unexpected", text: "" } → {}',
        'StringLiteral: "Unexpected" → ""',
        'StringLiteral: "" → "Stryker was here!"',
        "ConditionalExpression: BigInt.asUintN(64, total) !== total → false",
      ],
    },
  ],
  "src/machine/machine.ts": [
    {
      reason: "Equivalent: true is what the memory takes if nothing is said.",
      mutants: ["LogicalOperator: options.writeXorExecute ?? true → options.writeXorExecute && true"],
    },
  ],
  "src/machine/memory.ts": [
    {
      reason: "Equivalent: the bytes of a page that was never touched are zeroes, which are there already.",
      mutants: ["ConditionalExpression: !this.isUntouched(page) → true"],
    },
    {
      reason: "Equivalent: 2^31 is outside of every memory, and reads the same as a Number.",
      mutants: ["EqualityOperator: address < ADDRESS_MAX → address <= ADDRESS_MAX"],
    },
  ],
  "src/machine/operation.ts": [
    {
      reason: "Equivalent: only speed; a block is any run of instructions.",
      mutants: ["BooleanLiteral: false → true"],
    },
    {
      reason: "Equivalent: only speed; what is computed is what the table has.",
      mutants: [
        "ConditionalExpression: imm >= -SMALL && imm < SMALL → false",
        "EqualityOperator: imm >= -SMALL → imm > -SMALL",
        "UnaryOperator: -SMALL → +SMALL",
      ],
    },
  ],
  "src/machine/page-store.ts": [
    {
      reason: "Only speed, but in a thread whose first memory of all has a single page: the template is made anew.",
      mutants: [
        'ArrayDeclaration: [] → ["Stryker was here"]',
        "ConditionalExpression: template.length !== count → true",
      ],
    },
  ],
  "src/machine/page-table.ts": [
    {
      reason: "Equivalent: only speed; decoding again what has not changed gives the same.",
      mutants: [
        "ConditionalExpression: this.#flags[page] & FLAG_EXECUTABLE → true",
        "ConditionalExpression: (flags ^ this.#flags[page]) & FLAG_EXECUTABLE → true",
      ],
    },
    {
      reason: "Equivalent: what is not below the size ends behind it, as no length is 0.",
      mutants: [
        "ConditionalExpression: address >= this.size → false",
        "EqualityOperator: address >= this.size → address > this.size",
      ],
    },
    {
      reason: "Equivalent but for memory: a page of zeroes of its own reads as the one that all share.",
      mutants: [
        "ConditionalExpression: data.length > 0 || !this.isUntouched(page) → true",
        "EqualityOperator: data.length > 0 → data.length >= 0",
      ],
    },
    {
      reason: "Equivalent: only speed; a new page has the zeroes already that are copied into it.",
      mutants: ["ConditionalExpression: there !== ZERO_PAGE → true"],
    },
  ],
  "src/machine/paged-memory.ts": [
    {
      reason: "Equivalent: the slow way, one byte at a time and with all checks, gives the same.",
      mutants: [
        "ConditionalExpression: offset <= PAGE_SIZE - 2 && page < this.pageCount → false",
        "EqualityOperator: offset <= PAGE_SIZE - 2 → offset < PAGE_SIZE - 2 ×2",
        "ConditionalExpression: offset <= PAGE_SIZE - 2 → false",
        "ConditionalExpression: offset <= PAGE_SIZE - 4 && page < this.pageCount → false",
        "EqualityOperator: offset <= PAGE_SIZE - 4 → offset < PAGE_SIZE - 4 ×2",
        "ConditionalExpression: offset <= PAGE_SIZE - 8 && page < this.pageCount → false",
        "EqualityOperator: offset <= PAGE_SIZE - 8 → offset < PAGE_SIZE - 8 ×2",
        "ConditionalExpression: offset <= PAGE_SIZE - 4 → false",
        "ConditionalExpression: offset <= PAGE_SIZE - 8 → false",
        "BlockStatement: { const view = this.pages[page]; words[2 * slot] = view.getInt32(offset, true); words[2 * … → {}",
      ],
    },
    {
      reason: "Equivalent: only speed; preparing a page that is ready changes nothing.",
      mutants: [
        "ConditionalExpression: page >= this.pageCount || this.ready[page] !== READY → true",
        "ConditionalExpression: page >= this.pageCount || this.ready[page] !== READY || offset > PAGE_SIZE - 2 → true",
        "EqualityOperator: offset > PAGE_SIZE - 2 → offset >= PAGE_SIZE - 2",
        "ConditionalExpression: page >= this.pageCount || this.ready[page] !== READY || offset > PAGE_SIZE - 4 → true",
        "EqualityOperator: offset > PAGE_SIZE - 4 → offset >= PAGE_SIZE - 4",
        "ConditionalExpression: page >= this.pageCount || this.ready[page] !== READY || offset > PAGE_SIZE - 8 → true",
        "EqualityOperator: offset > PAGE_SIZE - 8 → offset >= PAGE_SIZE - 8",
      ],
    },
    {
      reason:
        "Equivalent: undefined is what `ready` has behind the last page, where FAR is as well, and is not READY; preparing a page that is ready is only slower.",
      mutants: [
        "ConditionalExpression: page >= this.pageCount → false ×4",
        "EqualityOperator: page >= this.pageCount → page > this.pageCount ×4",
        "EqualityOperator: page >= this.pageCount → page < this.pageCount ×4",
      ],
    },
  ],
  "src/machine/stack.ts": [
    {
      reason: "Equivalent: only the low four bits count, and 8 times a number is minus 8 times it modulo 16.",
      mutants: ["ArithmeticOperator: sp - SLOT * BigInt(values.length) → sp + SLOT * BigInt(values.length)"],
    },
  ],
  "src/machine/storage.ts": [
    {
      reason:
        "Equivalent: only memory; at the boundary what has a buffer of its own, or more room, is as zero and as aligned.",
      mutants: [
        "EqualityOperator: length > CHUNK_BYTES / 4 → length >= CHUNK_BYTES / 4",
        "EqualityOperator: this.#used + length > this.#chunk.byteLength → this.#used + length >= this.#chunk.byteLength",
        "ArithmeticOperator: length + ALIGNMENT - 1 → length + ALIGNMENT + 1",
      ],
    },
  ],
  "src/snapshot/bincode-writer.ts": [
    {
      reason: "Equivalent: how far the buffer grows is a matter of speed; it always holds what is written.",
      mutants: [
        "ArithmeticOperator: 2 * this.#bytes.length → 2 / this.#bytes.length",
        "EqualityOperator: this.#length > this.#bytes.length → this.#length >= this.#bytes.length",
      ],
    },
  ],
  "src/snapshot/compare.ts": [
    {
      reason: "Equivalent: a short cut; the loop behind it finds no difference in equal bytes either.",
      mutants: ["ConditionalExpression: Buffer.compare(a, b) === 0 → false"],
    },
  ],
  "src/snapshot/context.ts": [
    {
      reason: "Equivalent: at the boundary both sides give the same value.",
      mutants: [
        "EqualityOperator: fileLength < room → fileLength <= room",
        "EqualityOperator: machine.memory.size > MEMORY_SIZE_DEFAULT → machine.memory.size >= MEMORY_SIZE_DEFAULT",
      ],
    },
    {
      reason: "Equivalent: without whole pages the count is zero or less, and the loop does nothing.",
      mutants: [
        "EqualityOperator: length < lead → length <= lead",
        "ConditionalExpression: length < lead → false",
        "ConditionalExpression: data.length === 0 → false",
      ],
    },
  ],
  "src/snapshot/data-source.ts": [
    {
      reason: "Equivalent: at the boundary both sides are the same, and subarray cuts what lies behind the end.",
      mutants: [
        "EqualityOperator: offset < piece.length → offset <= piece.length",
        "ConditionalExpression: length > rest → false",
        "EqualityOperator: length > rest → length >= rest",
      ],
    },
  ],
  "src/snapshot/json-bytes.ts": [
    {
      reason: "Equivalent: comparisons with undefined are false; the test is there for the types.",
      mutants: ["ConditionalExpression: byte !== undefined → true"],
    },
  ],
  "src/snapshot/json-reader.ts": [
    {
      reason: "Equivalent: a blank is never the byte that is not expected, peek passes over it.",
      mutants: ["EqualityOperator: byte > 0x20 → byte >= 0x20"],
    },
    {
      reason: "Equivalent: every number of so many digits is above any maximum that is asked for, and refused as such.",
      mutants: [
        "EqualityOperator: this.#at - start > SAFE_DIGITS → this.#at - start >= SAFE_DIGITS",
        "ConditionalExpression: this.#at - start > SAFE_DIGITS → false",
        "ConditionalExpression: this.#at - start > U64_DIGITS → false",
      ],
    },
    {
      reason: "Equivalent: the slow way gives the same.",
      mutants: [
        "ConditionalExpression: this.#at - start <= SAFE_DIGITS → false",
        "EqualityOperator: this.#at - start <= SAFE_DIGITS → this.#at - start < SAFE_DIGITS",
        "ArithmeticOperator: this.#at - start → this.#at + start",
        "BlockStatement: { let value = 0; for (let at = start; at < this.#at; at++) value = 10 * value + this.#byte… → {}",
        "ConditionalExpression: !raw.includes(JSON_BYTE.backslash) → false",
      ],
    },
  ],
  "src/snapshot/json-skip.ts": [
    {
      reason: "Equivalent: where the list is empty, the loop was left before.",
      mutants: ["EqualityOperator: closing.length > 0 → closing.length >= 0"],
    },
    {
      reason: "Equivalent: undefined is none of the escapes; the test is there for the types.",
      mutants: ["ConditionalExpression: byte === undefined → false"],
    },
  ],
  "src/snapshot/runs.ts": [
    {
      reason: "Equivalent: only speed; four clean pages that are looked at one by one are clean.",
      mutants: [
        "ConditionalExpression: (page & 3) === 0 && page >>> 2 < quads.length && (quads[page >>> 2] & DIRTY_QUAD) === 0 → false",
        "BlockStatement: { page += 3; continue; } → {}",
      ],
    },
    {
      reason: "Equivalent: a page inside a quad is only reached if the quad is not clean.",
      mutants: ["ConditionalExpression: (page & 3) === 0 → true"],
    },
    {
      reason: "Equivalent: behind the last flag is undefined, which has no dirty bit.",
      mutants: ["EqualityOperator: page < flags.length → page <= flags.length"],
    },
    {
      reason:
        "Equivalent: no runs give no bytes; a page that was never touched reads as zeroes, which are there already.",
      mutants: ["ConditionalExpression: total === 0 → false", "ConditionalExpression: !memory.isUntouched(k) → true"],
    },
    {
      reason: "Equivalent: sorting what is in order changes nothing, and no page is there twice.",
      mutants: [
        "UnaryOperator: -1 → +1",
        "ConditionalExpression: page < last → true",
        "EqualityOperator: page < last → page >= last",
        "EqualityOperator: page < last → page <= last",
      ],
    },
  ],
  "src/snapshot/scalar-codecs.ts": [
    {
      reason: "Equivalent but for memory: empty bytes of their own instead of those that all share.",
      mutants: ["ConditionalExpression: count === 0 → false", "ConditionalExpression: value.length === 0 → false"],
    },
  ],
  "src/snapshot/strict.ts": [
    {
      reason: "Equivalent: at the boundary both sides are the same.",
      mutants: ["EqualityOperator: length > fullLength → length >= fullLength"],
    },
    {
      reason: "Equivalent: each page is looked at, and none is refused where there are no digests.",
      mutants: ["ConditionalExpression: !this.#digests → false"],
    },
  ],
};
