/** What one value may be. */
export type Rule =
  | {
      /** True if it may be this. */
      allows(value: unknown): boolean;
      /** What it may be, as it stands behind "it must be". */
      readonly wanted: string;
    }
  | ListRule
  | ObjectRule;

interface ListRule {
  readonly each: Rule;
  /** Entries at the least. */
  readonly least: number;
}

interface ObjectRule {
  /** What each member may be; there are no others, and each may be left out. */
  readonly members: Readonly<Record<string, Rule>>;
  /** What must hold of all together. */
  allows?(value: unknown): boolean;
  readonly wanted?: string;
}

/** A rule for each member of a type. */
export type Rules<T> = Readonly<Record<keyof T & string, Rule>>;

/** A whole number from `least` to `most`. */
export function integer(least: number, most: number): Rule {
  return {
    allows: (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
    wanted: `a whole number from ${least} to ${most}`,
  };
}

/** One of these values. */
export function oneOf(values: readonly unknown[]): Rule {
  return { allows: (value) => values.includes(value), wanted: `one of ${values.map(shown).join(", ")}` };
}

/** A list of at least so many entries. */
export function listOf(each: Rule, least = 1): Rule {
  return { each, least };
}

/** A value, or a list of one or more. */
export function oneOrList(each: Rule): Rule {
  const list = listOf(each);
  return {
    allows: (value) => problemOf("", value, Array.isArray(value) ? list : each) === undefined,
    wanted: `${wantedOf(each)}, or a list of such`,
  };
}

/** Options of which each member may be left out. @throws RangeError that names the member which is wrong, and what it may be */
export function check(options: object, members: Readonly<Record<string, Rule>>): void {
  const problem = problemOf("", options, { members });
  if (problem !== undefined) throw new RangeError(problem);
}

/** @throws RangeError that names the value, and what it may be */
export function mustBe(name: string, value: unknown, rule: Rule): void {
  const problem = problemOf(name, value, rule);
  if (problem !== undefined) throw new RangeError(problem);
}

function problemOf(name: string, value: unknown, rule: Rule): string | undefined {
  if ("each" in rule) {
    if (!Array.isArray(value) || value.length < rule.least) return sentence(name, value, wantedOf(rule));
    for (const [k, entry] of value.entries()) {
      const problem = problemOf(`${name}[${k}]`, entry, rule.each);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
  if (!("members" in rule)) return rule.allows(value) ? undefined : sentence(name, value, rule.wanted);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return sentence(name, value, "an object");
  for (const [key, member] of Object.entries(value)) {
    const path = name === "" ? key : `${name}.${key}`;
    const wanted = Object.hasOwn(rule.members, key) ? rule.members[key] : undefined;
    if (!wanted) return `there is no option ${path}; known are ${Object.keys(rule.members).join(", ")}`;
    const problem = member === undefined ? undefined : problemOf(path, member, wanted);
    if (problem !== undefined) return problem;
  }
  return rule.allows?.(value) === false ? sentence(name, value, rule.wanted ?? "") : undefined;
}

function wantedOf(rule: Rule): string {
  if ("each" in rule)
    return `a list of ${rule.least === 0 ? "any length" : "at least one"}, each ${wantedOf(rule.each)}`;
  return rule.wanted ?? "an object";
}

function sentence(name: string, value: unknown, wanted: string): string {
  return `${name === "" ? "options" : name} cannot be ${shown(value)}; it must be ${wanted}`;
}

const SHOWN_MAX = 60;

/** A value as short text. */
function shown(value: unknown): string {
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value === "function") return "a function";
  const text =
    JSON.stringify(value, (_, member: unknown) => (typeof member === "bigint" ? String(member) : member)) ??
    String(value);
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text;
}
