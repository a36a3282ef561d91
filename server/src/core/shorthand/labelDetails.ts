/** Reads what a label has besides its word and its number: `JM, due 20 January` of `Action (JM, due 20 January): …`. */
import { dueDateAlone, withoutDueDate } from "./dueDate";
import { statusAlone } from "./status";
import type { ActionLine, ShorthandContext } from "./types";

/** The parts of a text such as `JM, due 20 January`. */
export interface LabelDetails {
  /** the rest, which may name owners; may be empty */
  readonly names: string;
  /** ISO 8601 */
  readonly due?: string;
  readonly status?: ActionLine["status"];
}

/** @param text between the word of a label and its colon, such as that in brackets */
export function labelDetails(text: string, context: ShorthandContext): LabelDetails {
  const { text: undated, due } = withoutDueDate(text, context);
  if (due !== undefined && undated !== text) return { ...withoutStatusPart(undated), due };
  return datedPart(text, context) ?? withoutStatusPart(text);
}

/** The due date without a word such as `by`, and with commas: `Bob, Friday, 24 January`, `due: 1 October, Bob`. */
function datedPart(text: string, context: ShorthandContext): LabelDetails | undefined {
  const parts = text.split(separator);
  for (let count = 0; count < parts.length; count++) {
    const due = dueDateAlone(parts.slice(count).join(", "), context);
    if (due !== undefined) return { ...withoutStatusPart(parts.slice(0, count).join(", ")), due };
  }
  const first = parts.length > 1 ? dueDateAlone(parts[0] ?? "", context) : undefined;
  return first === undefined ? undefined : { ...withoutStatusPart(parts.slice(1).join(", ")), due: first };
}

const separator = /\s?[,;]\s?|\s[-\u2013]\s/;

/** `Bob, ongoing` */
function withoutStatusPart(text: string): LabelDetails {
  const parts = text.split(separator);
  const status = parts.map(statusAlone).find((found) => found !== undefined);
  if (status === undefined) return { names: text.trim() };
  return { names: parts.filter((part) => statusAlone(part) === undefined).join(", "), status };
}
