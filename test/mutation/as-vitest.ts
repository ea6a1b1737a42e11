// Stands in for vitest where unit tests are bundled: collects them as checks. Only what those tests use is here.
import type { Check } from "./check.ts";

export { expect } from "vitest";

type Body = (...row: unknown[]) => unknown;

/** What was collected, in order. */
export const collected: Check[] = [];
const path: string[] = [];
const names = new Map<string, number>();

/** Names must be unique, and titles of rows need not be. */
function unique(name: string): string {
  const seen = names.get(name) ?? 0;
  names.set(name, seen + 1);
  return seen === 0 ? name : `${name} (${seen + 1})`;
}

function add(title: string, body: Body, row: readonly unknown[] = []): void {
  const name = unique(["unit", ...path, title].join(" > "));
  collected.push({ name, run: async () => void (await body(...row)) });
}

function within(title: string, body: Body, row: readonly unknown[] = []): void {
  path.push(title);
  body(...row);
  path.pop();
}

/** `each` hands the parts of a row that is an array one by one, `for` hands the row as it is. */
function rows(one: typeof add) {
  return {
    each:
      (all: readonly unknown[]) =>
      (title: string, body: Body): void =>
        all.forEach((row) => one(title, body, Array.isArray(row) ? row : [row])),
    for:
      (all: readonly unknown[]) =>
      (title: string, body: Body): void =>
        all.forEach((row) => one(title, body, [row])),
  };
}

export const test = Object.assign((title: string, body: Body) => add(title, body), rows(add));
export const describe = Object.assign((title: string, body: Body) => within(title, body), rows(within));
