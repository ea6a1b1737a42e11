import { readPolicyText, PolicyError, type PolicyEntry } from "../targets/index.ts";
import { UsageError } from "./exit.ts";
import { readText } from "./files.ts";

/** The entries of a policy file. @throws UsageError naming file and entry */
export function readPolicy(file: string): PolicyEntry[] {
  try {
    return readPolicyText(readText(file));
  } catch (error) {
    if (error instanceof PolicyError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

/** The entries of several policy files. @throws UsageError */
export function readPolicies(files: readonly string[]): PolicyEntry[] {
  return files.flatMap(readPolicy);
}
