/** How text stands out on a terminal; without colours each gives its text as it is. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly quiet: (text: string) => string;
  /** What is as it should be, and what is not. */
  readonly right: (text: string) => string;
  readonly wrong: (text: string) => string;
  /** The heading of what is broken. */
  readonly alarm: (text: string) => string;
}

const asItIs = (text: string): string => text;

/** No colours: files, pipes, and people who want none. */
export const PLAIN: Paint = { bold: asItIs, quiet: asItIs, right: asItIs, wrong: asItIs, alarm: asItIs };

/** The sixteen colours that every terminal has, so that the user's own theme decides how they look. */
export const COLOURS: Paint = {
  bold: painted(1, 22),
  quiet: painted(2, 22),
  right: painted(32, 39),
  wrong: painted(31, 39),
  alarm: (text) => painted(1, 22)(painted(31, 39)(text)),
};

function painted(on: number, off: number): (text: string) => string {
  return (text) => (text === "" ? "" : `\u001b[${on}m${text}\u001b[${off}m`);
}

/** Characters that a terminal would obey and not show, those that turn the direction of text included. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const SHORT: Readonly<Record<string, string>> = { "\n": String.raw`\n`, "\r": String.raw`\r`, "\t": String.raw`\t` };

/** Text of others for a terminal, in one line: what it must not obey is written as `\n` or `\u{1b}`. */
export function visible(text: string): string {
  return text.replaceAll(UNSEEN, (character) => SHORT[character] ?? `\\u{${character.codePointAt(0)!.toString(16)}}`);
}
