/** How a case was found: nothing of the case itself, but what it takes to see it fail again. */
export interface Found {
  /** The law that it breaks. */
  readonly law: string | undefined;
  /** Targets and policies as they were given on the command line. */
  readonly targets: readonly string[];
  readonly policies: readonly string[];
}

/** The header lines of it, whose values stand on one line and cannot end the comment. */
export function foundLines(
  { law, targets, policies }: Found,
  line: (key: string, value: string) => string[],
): string[] {
  return [
    ...(law === undefined ? [] : line("found-by", law)),
    ...targets.flatMap((target) => line("found-on", target)),
    ...policies.flatMap((policy) => line("found-under", policy)),
  ];
}
