/** Conflict markers of Git at the margin: `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>`. */
import type { Finding, Fix } from "../findings/finding";
import { messageText } from "../text/displayText";
import { type Edit, lineAt, type Range } from "../text/range";

const markerPattern = /^(<{7}|\|{7}|={7}|>{7})(?=\s|$)[ \t]*([^\r\n]*)/;

/** The kind of conflict marker at an offset, which is the start of a line. */
export function conflictMarker(text: string, at: number): "start" | "base" | "middle" | "end" | undefined {
  const kinds = { "<": "start", "|": "base", "=": "middle", ">": "end" } as const;
  const character = text[at] as keyof typeof kinds;
  const isMarker = Object.hasOwn(kinds, character) && markerPattern.test(text.slice(at, at + 8));
  return isMarker ? kinds[character] : undefined;
}

interface Section {
  readonly kind: "start" | "base" | "middle" | "end";
  /** the line of the marker, with its line end */
  readonly marker: Range;
  readonly name: string;
  /** end of the lines below the marker */
  end: number;
}

/** @returns a finding for each conflict in a text, with fixes that keep its lines */
export function conflictFindings(text: string): readonly Finding[] {
  if (!/^<{7}(?=\s|$)/m.test(text)) return [];
  return conflictsIn(text).map((sections): Finding => {
    const [{ marker }] = sections;
    return {
      code: "yaml-syntax",
      range: { start: marker.start, end: lineAt(text, marker.start).end },
      message: "Merge conflict: keep the lines of one side or of both, and remove the markers.",
      fixes: () => (sections.at(-1)?.kind === "end" ? conflictFixes(sections) : []),
    };
  });
}

type Conflict = readonly [Section, ...Section[]];

function conflictsIn(text: string): readonly Conflict[] {
  const conflicts: [Section, ...Section[]][] = [];
  let isOpen = false;
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    const next = newline < 0 ? text.length : newline + 1;
    const kind = conflictMarker(text, at);
    const sections = conflicts.at(-1);
    if (kind !== undefined && (isOpen || kind === "start")) {
      const name = markerPattern.exec(text.slice(at, next))?.[2]?.trim() ?? "";
      const section: Section = { kind, marker: { start: at, end: next }, name, end: next };
      if (isOpen && sections) sections.push(section);
      else conflicts.push([section]);
      isOpen = kind !== "end";
    } else if (isOpen) {
      const last = sections?.at(-1);
      if (last) last.end = next;
    }
    at = next;
  }
  return conflicts;
}

function conflictFixes(sections: readonly Section[]): readonly Fix[] {
  const ours = sections.find(({ kind }) => kind === "start")?.name || "HEAD";
  const theirs = sections.find(({ kind }) => kind === "end")?.name || "the other branch";
  return [
    { title: "Keep both", edits: removals(sections, ["start", "middle"]) },
    { title: `Keep the lines of ${messageText(ours, 40)}`, edits: removals(sections, ["start"]) },
    { title: `Keep the lines of ${messageText(theirs, 40)}`, edits: removals(sections, ["middle"]) },
  ];
}

/** Edits that remove the markers, and the lines below those of other kinds. */
function removals(sections: readonly Section[], sides: readonly Section["kind"][]): readonly Edit[] {
  return sections.map(({ kind, marker, end }) => ({
    start: marker.start,
    end: sides.includes(kind) || kind === "end" ? marker.end : end,
    text: "",
  }));
}
