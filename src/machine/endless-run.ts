/** A run was given up, for it went on for more turns than `MachineParts.turnsMax`. */
export class EndlessRunError extends Error {
  override name = "EndlessRunError";

  /** @param turns how many there were */
  constructor(turns: number) {
    super(`the run goes on for more than ${turns} turns`);
  }
}
