/** Calm while somebody types: what is new on the line being typed is not told yet. */
import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import type { Finding } from "../../core/findings/finding";
import { type Found, withOthers } from "../../core/findings/findingsByBlock";
import type { View } from "../shared/view";

/** The line somebody is typing on, and what had been found on it before. */
export interface Typing {
  /** 0-based */
  readonly line: number;
  readonly known: readonly Known[];
}

/** A finding as it is told apart from others on its line. */
type Known = Pick<Finding, "code" | "message">;

/** @returns what is found so far but for what waits until the line is typed */
export function shownFindings({ document }: View, typing?: Typing): Found {
  const found = document.foundSoFar();
  if (!typing) return found;
  const typed = document.indexOfLine(typing.line);
  const own = found.findingsIn(typed);
  const held = heldBack(findingsOn(typing.line, typed, own, document), typing.known);
  return withOthers(found, new Map(held.size > 0 ? [[typed, own.filter((one) => !held.has(one))]] : []));
}

/** What is not known: of each code as many stay as there were, and first those that say the same as before. */
function heldBack(findings: readonly Finding[], known: readonly Known[]): ReadonlySet<Finding> {
  const left = [...known];
  const isLeft = (matches: (one: Known) => boolean): boolean => {
    const at = left.findIndex(matches);
    return at >= 0 && left.splice(at, 1).length > 0;
  };
  const changed = findings.filter(
    ({ code, message }) => !isLeft((one) => one.code === code && one.message === message),
  );
  return new Set(changed.filter(({ code }) => !isLeft((one) => one.code === code)));
}

/** The findings of a block on a 0-based line. */
function findingsOn(
  line: number,
  index: number,
  findings: readonly Finding[],
  document: MeetingDocument,
): readonly Finding[] {
  const start = document.startOf(index);
  return findings.filter(
    ({ range }) =>
      document.placeOf(start + range.start).line <= line && line <= document.placeOf(start + range.end).line,
  );
}
