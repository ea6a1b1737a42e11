import type { Investigation } from "../campaign/index.ts";

/** The members of an investigation. The states themselves are left out: what differs in them is there. */
export function investigationJson({ location, frame, memory, timeline, ...rest }: Investigation): object {
  const { where, sides, values, flags, pages, lost, explained, flaky, legs, reached } = rest;
  return {
    where,
    sides,
    legs,
    ...(location && {
      location: {
        pc: hex(location.pc),
        text: location.text,
        ...(location.cycles !== undefined && { cycles: String(location.cycles) }),
        ...(location.begins !== undefined && { begins: String(location.begins) }),
        ...(location.step !== undefined && { step: location.step }),
        ...(location.fused && { fused: location.fused }),
        ...(location.wrongAfterCut !== undefined && { wrongAfterCut: String(location.wrongAfterCut) }),
        ...(location.inFetch && { inFetch: true }),
      },
    }),
    frame: frame.map(({ pc, ...line }) => ({ pc: hex(pc), ...line })),
    values,
    memory: { ...memory, runs: memory.runs.map(({ address, ...run }) => ({ address: hex(address), ...run })) },
    flags,
    pages,
    timeline: {
      end: String(timeline.end),
      cuts: timeline.cuts.map(String),
      ...(timeline.differs !== undefined && { differs: String(timeline.differs) }),
      expectedStop: timeline.expectedStop,
      actualStop: timeline.actualStop,
    },
    lost,
    explained: explained.map(({ pc, ...each }) => ({ ...each, ...(pc !== undefined && { pc: hex(pc) }) })),
    ...(flaky && { flaky }),
    ...(reached !== undefined && { reached }),
  };
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}
