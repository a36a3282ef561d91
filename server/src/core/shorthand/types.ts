/** An action or a decision as a line of notes gives it. */
import type { People } from "./people";

/** An action in a line of notes. */
export interface ActionLine {
  readonly kind: "action";
  /** without mark, owners, due date and status */
  readonly text: string;
  /** the number that people use to refer to it */
  readonly id?: string;
  /** persons of the file by their name there, others as written */
  readonly owners: readonly string[];
  /** ISO 8601 */
  readonly due?: string;
  readonly status: "open" | "in-progress" | "done" | "dropped";
}

/** A decision in a line of notes. */
export interface DecisionLine {
  readonly kind: "decision";
  readonly text: string;
  readonly id?: string;
}

export type Shorthand = ActionLine | DecisionLine;

/** What a line is read with. */
export interface ShorthandContext {
  readonly people: People;
  /** ISO 8601, the day on which the line was written, from which a due date is read; empty if it is unknown */
  readonly date: string;
  /** ISO 8601, for `before the next meeting` */
  readonly nextMeeting?: string;
}
