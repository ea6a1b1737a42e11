import { missedFloors } from "./missed-floors.ts";
import type { RunReport } from "./run-report.ts";
import { counted, group } from "./table.ts";
import { toldOf } from "./told.ts";

/** GitHub shows ten annotations of each kind of one step; the last of ours says how many there are beside them. */
const ANNOTATIONS_MAX = 10;

/**
 * The run as GitHub's workflow commands, a line each: an `::error` at the case of each finding, at each directed program
 * that failed, each target that failed and each floor that was missed; nothing for a run that held.
 * @param placeOf a file's path from the root of the repository, where GitHub looks for it
 */
export function githubAnnotations(report: RunReport, placeOf: (file: string) => string = (file) => file): string[] {
  const all = annotationsOf(report, placeOf);
  if (all.length <= ANNOTATIONS_MAX) return all.map(command);
  const shown = all.slice(0, ANNOTATIONS_MAX - 1);
  const rest = {
    title: "rvrelay",
    message: `and ${counted(all.length - shown.length, "problem")} more; the summary of this step has them`,
  };
  return [...shown, rest].map(command);
}

interface Annotation {
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

function annotationsOf({ result, findings }: RunReport, placeOf: (file: string) => string): Annotation[] {
  return [
    ...findings.map((finding): Annotation => {
      const { law, file, line = 1, repeat } = finding;
      return {
        title: `law ${law} is broken`,
        file: placeOf(file),
        line,
        message: `${toldOf(finding)}\nRepeat with: ${repeat}`,
      };
    }),
    ...result.conformance
      .filter(({ verdict }) => verdict === "failed" || verdict === "error")
      .map(({ name, target, verdict, reason = "" }): Annotation => {
        return { title: `directed program ${verdict}`, message: `${name} on ${target}: ${reason}` };
      }),
    ...result.failures.map(({ name, law, message }): Annotation => {
      return { title: "a target failed", message: `${name}: law ${law}: ${message}` };
    }),
    ...missedFloors(result.floors).map(({ what, atLeast, reached }): Annotation => {
      return { title: "floor missed", message: `${what}: ${group(reached)}, at least ${group(atLeast)} wanted` };
    }),
    ...(result.interrupted ? [{ title: "rvrelay", message: "interrupted: nothing can be concluded" }] : []),
  ];
}

/** `::error file=…,line=…,title=…::message`; what would end a line or a property is written as `%` and its number. */
function command({ file, line, title, message }: Annotation): string {
  const properties = Object.entries({ file, line, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::error ${properties.join(",")}::${escapedData(message)}`;
}

function escapedData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
