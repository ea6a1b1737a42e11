import type { Assembly } from "./assembly.ts";
import type { Fragment } from "./model.ts";
import { type Section, writeBytes } from "./section.ts";
import type { Resolver } from "./resolve.ts";
import { writeBranch } from "./instructions/branch.ts";

/** The bytes of a laid out section, without what fixups fill in; branches are given to `resolver`. */
export function sectionImage(section: Section, assembly: Assembly, resolver: Resolver): Uint8Array {
  if (section.flags.nobits) return new Uint8Array(0);
  if (section.fixed) return section.bytes.subarray(0, section.size);
  const image = new Uint8Array(section.totalSize);
  for (const fragment of section.fragments) {
    image.set(section.bytes.subarray(fragment.start, fragment.start + fragment.size), fragment.offset);
    writeVariable(fragment, image, assembly, resolver);
  }
  return image;
}

function writeVariable(fragment: Fragment, image: Uint8Array, assembly: Assembly, resolver: Resolver): void {
  const { variable, variableSize, source, column, section } = fragment;
  if (!variable || !source) return;
  const at = fragment.offset + fragment.size;
  switch (variable.kind) {
    case "branch": {
      const tail = writeBranch(variable, variableSize, image, at);
      const place = at + tail.at;
      const patch = { bytes: image, at: place, address: section.address + BigInt(place), source, column };
      resolver.instruction(patch, tail.instruction, tail.values, variable.target, "target");
      break;
    }
    case "align":
      if (variable.fill === undefined) writeNops(image, at, variableSize);
      else image.fill(variable.fill, at, at + variableSize);
      break;
    case "org": {
      const target = resolver.valueAt(variable.target, fragment);
      // A constant counts from the section's start, a label is an address.
      const end = BigInt(at + variableSize);
      if (target !== end && target !== section.address + end) {
        assembly.report(".org cannot go backwards or to another section", source, column);
      }
      image.fill(variable.fill, at, at + variableSize);
      break;
    }
    case "space":
      if (resolver.valueAt(variable.count, fragment) !== BigInt(variableSize)) {
        assembly.report("the number of bytes is not known, or negative", source, column);
      }
      image.fill(variable.fill, at, at + variableSize);
      break;
  }
}

const NOP = 0x00000013;
const C_NOP = 0x0001;

/** Pads code as GNU as does: a zero byte, then at most one 16-bit no-op, then 32-bit ones. */
export function writeNops(bytes: Uint8Array, start: number, count: number): void {
  let at = start;
  const end = start + count;
  if (count % 2 === 1) bytes[at++] = 0;
  if ((end - at) % 4 === 2) {
    writeBytes(bytes, at, C_NOP, 2);
    at += 2;
  }
  for (; at < end; at += 4) writeBytes(bytes, at, NOP, 4);
}
