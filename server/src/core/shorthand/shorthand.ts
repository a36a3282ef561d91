/** Reads a line of notes that its writer marks as an action or a decision: `ACTION: B. Scribe to ask the sites by 1 February`. */
import { isPlaceholder } from "../text/placeholderWord";
import { singleLineLabel } from "../text/singleLineLabel";
import { bracketDetails } from "./bracketDetails";
import { withoutDueDate } from "./dueDate";
import { type Label, labelOf } from "./label";
import { type OwnedText, withoutOwners } from "./owners";
import { capitalised } from "./plainText";
import { reportedStatus, statusAlone, withoutStatus } from "./status";
import type { ActionLine, DecisionLine, Shorthand, ShorthandContext } from "./types";

/** UTF-16 units of a line; a longer line is a paragraph. */
const maxLineLength = 1000;

/**
 * @param line of Markdown, without its line end
 * @returns undefined for a line that is neither; ordinary prose about actions and decisions is neither
 */
export function shorthandOf(line: string, context: ShorthandContext): Shorthand | undefined {
  if (line.length > maxLineLength) return undefined;
  const label = labelOf(singleLineLabel(line), context);
  if (!label || isNothing(label.text)) return undefined;
  return label.kind === "decision" ? decisionOf(label) : actionOf(label, context);
}

function decisionOf({ text, id }: Label): DecisionLine | undefined {
  const sentence = capitalised(tidied(text));
  return /\p{L}{2}/u.test(sentence)
    ? { kind: "decision", text: sentence, ...(id !== undefined && { id }) }
    : undefined;
}

function actionOf(label: Label, context: ShorthandContext): ActionLine | undefined {
  // `Action 649.1: done` reports on an action of an earlier meeting
  if (statusAlone(label.text) !== undefined) return undefined;
  if (label.id !== undefined && reportedStatus(label.text) !== undefined) return undefined;
  const { text: openText, status: statusAtEnd } = withoutStatus(tidied(label.text));
  const details = bracketDetails(openText, context);
  const dated =
    label.due === undefined
      ? { ...withoutDueDate(details.text, context), ...(details.due !== undefined && { due: details.due }) }
      : { text: details.text, due: label.due };
  const read: OwnedText = withoutOwners(dated.text, label.owners, context.people);
  const owned = read.owners.length > 0 ? read : { ...read, owners: details.owners };
  // `RJ to report. Ongoing, by 10 December.`
  const undated = withoutStatus(tidied(owned.text));
  const status = details.status ?? (statusAtEnd === "open" ? undated.status : statusAtEnd);
  const sentence = withoutStop(capitalised(tidied(undated.text)));
  if (!/\p{L}{2}/u.test(sentence)) return undefined;
  const isSaid = label.remark !== undefined && !aboutList.test(label.remark);
  const text = isSaid ? `${sentence} (${label.remark})` : sentence;
  return {
    kind: "action",
    text,
    ...(label.id !== undefined && { id: label.id }),
    owners: owned.owners,
    ...(dated.due !== undefined && { due: dated.due }),
    status: label.isTicked ? "done" : (label.status ?? status),
  };
}

/** Remarks about the place of an action in the list, which its entry does not need. */
const aboutList =
  /^(?:new|old|continued|carried(?: over| forward)?|please|from (?:the )?(?:last|previous) (?:meeting|call|time))$/i;

/** `none`, `yes / no / more information`: the label of a form, not a decision. */
function isNothing(text: string): boolean {
  const plain = text.trim();
  return (
    plain === "" ||
    isPlaceholder(plain) ||
    /^(?:none|nothing|pending|postponed|deferred|tb[acd]|n\/?a)\b[^\p{L}]{0,9}(?:yet|so far|today|this time)?\W{0,3}$/iu.test(
      plain,
    ) ||
    /^yes ?\/ ?no\b/i.test(plain.replaceAll("*", ""))
  );
}

/** One line without emphasis that is open at one end, and without marks and spaces at both ends. */
function tidied(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  const stars = (line.match(/\*\*/g) ?? []).length;
  const balanced = stars % 2 === 1 ? line.replace(/^\*\*|\*\*$/, "") : line;
  return balanced
    .replace(/^[\s:;,\u2013\u2014-]{1,20}(?=\s|\p{L})/u, "")
    .replace(/(?<=[\p{L}\p{N})\]])[\s;,:\u2013\u2014-]{1,20}$/u, "")
    .trim();
}

/** `Ask the sites.` is one sentence; of several, the last stop remains. */
function withoutStop(text: string): string {
  return /^[^.]{1,300}[^.\s]\.$/.test(text) ? text.slice(0, -1) : text;
}
