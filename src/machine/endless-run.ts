/** A run was given up, for it went on for more turns than `MachineParts.turnsMax`, or longer than `MachineOptions.goesOn` said. */
export class EndlessRunError extends Error {
  override name = "EndlessRunError";

  /**
   * @param turns how many there were
   * @param inTime false if it was given up because its time is over
   */
  constructor(turns: number, inTime = true) {
    super(inTime ? `the run goes on for more than ${turns} turns` : "the time is over and the run is not");
  }
}
