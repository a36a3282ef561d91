/** Calm while somebody types: what is new on the line being typed is not told yet. */
import type { Finding } from "../core/finding";
import type { View } from "./view";

/** The line somebody is typing on, and what had been found on it before. */
export interface Typing {
  /** 0-based */
  readonly line: number;
  readonly known: readonly Known[];
}

/** A finding as it is told apart from others on its line. */
export type Known = Pick<Finding, "code" | "message">;

/**
 * @returns for the index of a block its findings but for those that wait until the line is typed, by place,
 * relative to the block
 */
export function shownFindings(view: View, typing?: Typing): (index: number) => readonly Finding[] {
  const { document } = view;
  const found = document.findingsSoFar();
  if (!typing) return found;
  const typed = document.indexOfLine(typing.line);
  const held = heldBack(findingsOn(typing.line, typed, found(typed), view), typing.known);
  const shown = held.size > 0 ? found(typed).filter((finding) => !held.has(finding)) : found(typed);
  return (index) => (index === typed ? shown : found(index));
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
  { document }: View,
): readonly Finding[] {
  const start = document.startOf(index);
  return findings.filter(
    ({ range }) =>
      document.placeOf(start + range.start).line <= line && line <= document.placeOf(start + range.end).line,
  );
}
