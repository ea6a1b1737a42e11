import { describe, expect, test } from "vitest";
import { instructionsNamed } from "../../src/isa/index.ts";
import { constantCost } from "../../src/machine/index.ts";
import { Block, decodeBlock, NO_BLOCK } from "../../src/machine/block.ts";
import { KeptBlocks } from "../../src/machine/kept-blocks.ts";
import { newCounts } from "../../src/machine/retired.ts";
import { CODE, ISA_ALL, machineWith, op } from "./program.ts";

// What a machine keeps decoded is bounded, whatever it executes, and no execution is lost when a block goes.

const LENGTH = 64;
const NOPS = Array.from({ length: LENGTH }, () => op("addi"));
const DECODED = decodeBlock(machineWith(NOPS).memory, CODE, { isa: ISA_ALL, version: 2, cost: constantCost });
const ADDI = instructionsNamed("addi")[0].index;

/** The block at the `k`th address, of 64 instructions, executed so often. */
function blockAt(k: number, executions: number): Block {
  const block = new Block({ ...DECODED, pc: CODE + 4 * k }, NO_BLOCK);
  block.executions = executions;
  return block;
}

/** Operations of all blocks that are kept. */
function keptIn(blocks: KeptBlocks): number {
  return [...blocks.all].reduce((sum, { operations }) => sum + operations.length, 0);
}

/** Executions of the blocks that are kept. */
function executionsIn(blocks: KeptBlocks): number {
  return [...blocks.all].reduce((sum, { executions }) => sum + executions, 0);
}

describe("keeps what it was given", () => {
  test("under its address", () => {
    const blocks = new KeptBlocks(false);
    const block = blockAt(1, 0);
    expect(blocks.add(block, newCounts())).toBe(false);
    expect([blocks.get(block.pc) === block, blocks.get(block.pc + 4), [...blocks.all]]).toEqual([
      true,
      undefined,
      [block],
    ]);
  });

  test("until all is dropped, and counts it then", () => {
    const blocks = new KeptBlocks(false);
    const retired = newCounts();
    const added = [blockAt(0, 3), blockAt(1, 0), blockAt(2, 1)];
    for (const block of added) blocks.add(block, retired);
    added[0].next = added[1];
    added[0].otherNext = added[2];
    expect(retired[ADDI]).toBe(0);
    blocks.drop(retired);
    expect([[...blocks.all], retired[ADDI]]).toEqual([[], 4 * LENGTH]);
    expect([added[0].next, added[0].otherNext]).toEqual([NO_BLOCK, NO_BLOCK]);
  });
});

/** Adds so many blocks, each executed so often; how often room was made, the most operations kept, and what was counted. */
function filled(count: number, executionsOf: (k: number) => number) {
  const blocks = new KeptBlocks(false);
  const retired = newCounts();
  let [drops, most] = [0, 0];
  for (let k = 0; k < count; k++) {
    const isDropped = blocks.add(blockAt(k, executionsOf(k)), retired);
    if (isDropped) drops++;
    if (isDropped || k % 64 === 0) most = Math.max(most, keptIn(blocks));
  }
  return { blocks, retired, drops, most };
}

describe("when there are too many", () => {
  test("those that were executed once or never go, and are counted", () => {
    // 100 blocks are 6400 operations, so that room is made once, and 6400 - 4096 more would not do.
    const { blocks, retired, drops } = filled(100, (k) => k % 3);
    const early = Array.from({ length: 60 }, (_, k) => k);
    expect(early.filter((k) => blocks.get(CODE + 4 * k))).toEqual(early.filter((k) => k % 3 === 2));
    expect([drops, retired[ADDI] / LENGTH + executionsIn(blocks)]).toEqual([1, 33 * (0 + 1 + 2)]);
  });

  test("those that stay lead nowhere: what they led to may be gone", () => {
    const blocks = new KeptBlocks(false);
    const [stays, goes] = [blockAt(0, 2), blockAt(1, 1)];
    for (const block of [stays, goes]) blocks.add(block, newCounts());
    stays.next = goes;
    stays.otherNext = goes;
    for (let k = 2; k < 100; k++) blocks.add(blockAt(k, 0), newCounts());
    expect([blocks.get(stays.pc) === stays, blocks.get(goes.pc)]).toEqual([true, undefined]);
    expect([stays.next, stays.otherNext]).toEqual([NO_BLOCK, NO_BLOCK]);
  });

  test.each([0, 1])("few are kept that were executed %i times", (executions) => {
    const { most, drops } = filled(5000, () => executions);
    expect(most).toBeLessThanOrEqual(2 ** 12 + 2 * LENGTH);
    expect(drops).toBeLessThanOrEqual((5000 * LENGTH) / 2 ** 12);
    expect(drops).toBeGreaterThan(5000 / (2 * LENGTH));
  });

  test("those that were executed more often go when they are too many as well, and all is counted", () => {
    const { blocks, retired, most, drops } = filled(10_000, () => 2);
    expect(most).toBeGreaterThan(2 ** 17);
    expect(most).toBeLessThanOrEqual(2 ** 18 + 2 ** 12 + 2 * LENGTH);
    expect(drops).toBeLessThanOrEqual((10_000 * LENGTH) / 2 ** 12);
    expect(retired[ADDI] / LENGTH + executionsIn(blocks)).toBe(20_000);
  });
});
