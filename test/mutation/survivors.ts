/** Mutants of one file that nothing can or should notice, and why. */
export interface Explained {
  readonly reason: string;
  /** As `npm run mutation` prints them; `×3` behind one stands for three with the same text. */
  readonly mutants: readonly string[];
}

/** By file. A survivor that is not here fails `npm run mutation`, and so does an entry that does not survive. */
export const SURVIVORS: Readonly<Record<string, readonly Explained[]>> = {};
