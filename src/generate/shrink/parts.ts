import { CODE_ROOM, type DataSegment, type GeneratedProgram } from "../program.ts";
import { addressOf, isUsed } from "./addresses.ts";
import { USUAL_BASE } from "./measure.ts";
import { withProgram } from "./with-program.ts";
import { changes, type Pass } from "./pass.ts";

/** Takes away data segments, what they hold, pointers that nothing uses, and the exit code. */
export const removeParts: Pass = function* (original, from) {
  const { program } = original;
  const { data, pointers } = program;
  const parts: (Partial<GeneratedProgram> | undefined)[] = [
    { data: [] },
    ...data.map((_, k) => ({ data: data.toSpliced(k, 1) })),
    ...data.map((segment, k) => ({ data: data.with(k, { ...segment, patches: [] }) })),
    { pointers: pointers.filter(({ register }) => isUsed(program, register)) },
    ...pointers.flatMap((pointer, k) =>
      // Without an access that needs it, it is a register with any number.
      isUsed(program, pointer.register)
        ? []
        : [{ pointers: pointers.toSpliced(k, 1) }, { pointers: pointers.with(k, { ...pointer, address: 1 }) }],
    ),
    { exitCode: undefined },
    { lead: new Uint8Array(0) },
    { functions: "behind" },
    { dataBeforeCode: 0 },
    isAnywhere(program) ? { base: USUAL_BASE, codeRoom: CODE_ROOM } : undefined,
  ];
  yield* changes(parts.length, from, (k) =>
    parts[k] ? withProgram(original, { ...program, ...parts[k] }, MAY_NOT_FIT) : [],
  );
};

const MAY_NOT_FIT = true;
/** True if nothing of the program depends on where its code is, or stands where it usually is. */
export function isAnywhere(program: GeneratedProgram): boolean {
  const { items, data, pointers, functions } = program;
  if (functions !== "behind" || pointers.some(({ register }) => isUsed(program, register))) return false;
  const isBeside = ({ address, memoryBytes }: DataSegment) =>
    address >= USUAL_BASE + CODE_ROOM || address + memoryBytes <= USUAL_BASE;
  if (!data.every(isBeside)) return false;
  return items.every((item) => {
    if (item.kind !== "access") return item.kind !== "system" && item.kind !== "fault";
    const address = addressOf(item);
    return address !== undefined && (address < USUAL_BASE - 8 || address >= USUAL_BASE + CODE_ROOM);
  });
}

const PAGE = 4096;

/** Makes data segments shorter and their patches fewer and shorter. */
export const smallerData: Pass = function* (original, from) {
  const { program } = original;
  const { data } = program;
  yield* changes(data.length, from, function* (k) {
    for (const segment of smallerThan(data[k]))
      yield* withProgram(original, { ...program, data: data.with(k, segment) });
  });
};

function* smallerThan(segment: DataSegment): Generator<DataSegment> {
  const { fileBytes, memoryBytes, patches } = segment;
  for (const length of new Set([0, 1, fileBytes >> 1, PAGE, fileBytes & -PAGE])) {
    if (length < fileBytes) yield { ...trimmed(segment, length), memoryBytes: Math.max(1, length) };
  }
  if (memoryBytes > fileBytes && memoryBytes > 1) yield { ...segment, memoryBytes: Math.max(1, fileBytes) };
  for (const [k, { bytes, offset }] of patches.entries()) {
    yield { ...segment, patches: patches.toSpliced(k, 1) };
    const half = bytes.length >> 1;
    if (half === 0) continue;
    yield { ...segment, patches: patches.with(k, { offset, bytes: bytes.slice(0, half) }) };
    yield { ...segment, patches: patches.with(k, { offset: offset + half, bytes: bytes.slice(half) }) };
  }
}

/** The segment with only the first `length` bytes in the file. */
function trimmed(segment: DataSegment, length: number): DataSegment {
  const patches = segment.patches
    .filter(({ offset }) => offset < length)
    .map(({ offset, bytes }) => ({ offset, bytes: bytes.slice(0, length - offset) }));
  return { ...segment, fileBytes: length, patches };
}
