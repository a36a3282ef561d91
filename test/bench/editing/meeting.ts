/** Meetings of any size for the benchmark: the same text for the same size, on every machine. */
import { contribution, type Fault } from "./contribution";

/** Places an editor types at or asks about, 0-based, all in the contribution in the middle. */
export interface Places {
  readonly title: Place;
  readonly notes: Place;
  readonly theme: Place;
  readonly status: Place;
  /** on a key */
  readonly key: Place;
  /** the end of a line of notes, further down, where a new line moves all that follows */
  readonly lineEnd: Place;
}

export interface Place {
  readonly line: number;
  readonly character: number;
}

export interface Meeting {
  readonly text: string;
  readonly places: Places;
  /** how many findings a server has to report: all of ours, and those of the JSON Schema */
  readonly findings: { readonly ours: number; readonly schema: number };
}

const head = [
  "meeting:",
  "  title: Kubernetes pre-GDB",
  "  date: 2019-12-10",
  "  series: pre-GDB",
  "  chairs: [A. Forti]",
  "  place: CERN",
  "  timezone: Europe/Zurich",
  "  url: https://indico.cern.ch/event/000000",
  "contributions:",
];

/** A meeting of `size` contributions of some 18 lines; one in twenty has a fault. */
export function meetingOf(size: number): Meeting {
  const middle = Math.floor(size / 2);
  const faults = Array.from({ length: size }, (_, index) => faultOf(index, middle));
  const items = faults.map((fault, index) => contribution(index, size, fault));
  const before = head.length + items.slice(0, middle).reduce((sum, { length }) => sum + length, 0);
  const count = (...kinds: Fault[]): number =>
    faults.filter((fault) => fault && kinds.includes(fault)).length;
  return {
    text: `${[...head, ...items.flat()].join("\n")}\n`,
    places: placesIn(items[middle] ?? [], before),
    findings: {
      // the incomplete contribution has an unknown theme and an unknown status
      ours: count("untagged", "unknown theme", "wrong type") + 2 * count("incomplete"),
      schema: count("wrong type", "incomplete"),
    },
  };
}

function faultOf(index: number, middle: number): Fault | undefined {
  if (index === middle) return "incomplete";
  if (index % 20 === 3) return "untagged";
  if (index % 200 === 5) return "unknown theme";
  return index % 200 === 7 ? "wrong type" : undefined;
}

function placesIn(lines: readonly string[], before: number): Places {
  const at = (words: string, more = words.length): Place => {
    const line = lines.findIndex((one) => one.includes(words));
    return { line: before + line, character: (lines[line] ?? "").indexOf(words) + more };
  };
  const endOf = (words: string): Place => {
    const { line } = at(words);
    return { line, character: (lines[line - before] ?? "").length };
  };
  return {
    title: endOf("- title: "),
    notes: endOf("The speaker showed"),
    theme: at(", s"),
    status: endOf("status: "),
    key: at("community", 2),
    lineEnd: endOf("- next: "),
  };
}
