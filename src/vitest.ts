/** The door for people who test their own VM with vitest. */
export {};
