import { FAULT_NAMES } from "../wire/fault.ts";
import type { FaultName } from "../../machine/index.ts";
import { TargetError, type Stop } from "../target.ts";
import type { WasiResult } from "./wasi/index.ts";

/** How the debugger says that a program ended. */
export type Answer =
  | { readonly kind: "exit"; readonly code: number; readonly cycles: bigint }
  | { readonly kind: "error"; readonly stop: Stop };

const RESULT = /^Run result: (-?\d+)\nAll cycles: (\d+)(?:\(.*\))?\n$/m;
const PROBED = /^Run result: Err\((.*)\)\nAll cycles: /m;
const ERROR = /^Error: ([\s\S]*?)\n?$/;
const NAME = /^[A-Za-z]+/;
const INVALID_INSTRUCTION = /^InvalidInstruction \{ pc: (\d{1,20}), instruction: (\d{1,10}) \}$/;
const INVALID_ECALL = /^InvalidEcall\((\d{1,20})\)$/;
const PARSE_ERROR = /^ElfParseError\("((?:[^"\\]|\\.)*)"\)$/;

/** Faults of which the debugger prints the payload as other VMs have it. */
export const FAULT_PAYLOADS: readonly FaultName[] = ["InvalidInstruction", "InvalidEcall", "ElfParseError"];

/** What the debugger says at the end of a run; of its mode "full". @throws TargetError if that is nothing it says */
export function readAnswer({ stdout, stderr }: WasiResult): Answer {
  const error = ERROR.exec(stderr);
  if (error) return { kind: "error", stop: readError(error[1]) };
  const result = RESULT.exec(stdout.slice(Math.max(0, stdout.lastIndexOf("Run result: "))));
  if (!result) throw unclear("it ended without a result", stdout, stderr);
  const code = Number(result[1]);
  if (code < -128 || code > 127) throw unclear(`it says the exit code is ${code}`, stdout, stderr);
  return { kind: "exit", code, cycles: BigInt(result[2]) };
}

/** The fault that the debugger's mode "probe" tells. @throws TargetError if it tells none */
export function readProbedFault({ stdout, stderr }: WasiResult): Stop {
  const fault = PROBED.exec(stdout);
  if (!fault) throw unclear("it ended without a fault", stdout, stderr);
  return readError(fault[1]);
}

/** An error of CKB-VM as Rust's debug format writes it: `Name`, `Name(value)` or `Name { key: value }`. */
function readError(text: string): Stop {
  if (text === "CyclesExceeded") return { kind: "budget" };
  const instruction = INVALID_INSTRUCTION.exec(text);
  if (instruction) {
    const [pc, word] = [BigInt(instruction[1]), Number(instruction[2])];
    return { kind: "fault", fault: { name: "InvalidInstruction", pc, instruction: word } };
  }
  const code = INVALID_ECALL.exec(text);
  if (code) return { kind: "fault", fault: { name: "InvalidEcall", code: BigInt(code[1]) } };
  const parse = PARSE_ERROR.exec(text);
  if (parse) {
    return { kind: "fault", fault: { name: "ElfParseError", text: parse[1].replaceAll(/\\(["\\])/g, "$1") } };
  }
  const name = FAULT_NAMES.find((known) => known === NAME.exec(text)?.[0]);
  if (name === undefined) throw new TargetError(`it ended with an error that is none of the VM: ${shorten(text)}`);
  return { kind: "fault", fault: { name, payload: "unknown" } };
}

/** An error with the last lines that the debugger wrote. */
export function unclear(message: string, stdout: string, stderr: string): TargetError {
  const lines = [...lastLines(stdout).map((line) => `< ${line}`), ...lastLines(stderr).map((line) => `! ${line}`)];
  return new TargetError(message, { kind: "gave a wrong answer", transcript: lines });
}

function lastLines(text: string): string[] {
  return text.slice(-2000).split("\n").filter(Boolean).slice(-8).map(shorten);
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
