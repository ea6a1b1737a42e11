/** Seeds from here on are written as they are in a commit's hash; smaller ones as people write them. */
const LARGE = 2n ** 48n;

/** A seed as `--seed` takes it: decimal, or `0x` and 16 digits if it is large or from the hash of `commit`, which is named. */
export function seedText(seed: bigint, commit?: string): string {
  const digits = `0x${seed.toString(16).padStart(16, "0")}`;
  if (commit !== undefined) return `${digits} (commit ${commit.slice(0, 12)})`;
  return seed < LARGE ? String(seed) : digits;
}
