/** Error numbers of WASI preview 1 that this host answers with. */
export const ERRNO = {
  success: 0,
  badf: 8,
  fault: 21,
  inval: 28,
  isdir: 31,
  noent: 44,
  notdir: 54,
  rofs: 69,
} as const;

/** The module asked for what this host does not offer, or for more than it gives. The instance is thrown away. */
export class WasiError extends Error {
  override name = "WasiError";
}

/** How `proc_exit` leaves the module. */
export class WasiExit extends Error {
  override name = "WasiExit";
  readonly code: number;

  constructor(code: number) {
    super(`exit ${code}`);
    this.code = code;
  }
}

/** The module wrote more than it may; what it wrote until then is kept. */
export class WasiOutputLimit extends Error {
  override name = "WasiOutputLimit";
}
