/** Reads a line of notes that its writer marks as an action or a decision: `ACTION: B. Scribe to ask the sites by 1 February`. */
import { isPlaceholder } from "../text/placeholderWord";
import { singleLineLabel } from "../text/singleLineLabel";
import { bracketDetails } from "./bracketDetails";
import { withoutDueDate } from "./dueDate";
import { entryOf, type Label, labelOf, numberOfEntry } from "./label";
import { type OwnedText, splitNames, withoutOwners } from "./owners";
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
  const written = labelOf(singleLineLabel(line), context);
  const label = written && { ...written, text: withoutStruckText(written.text) };
  if (!label || isNothing(label.text)) return undefined;
  return label.kind === "decision" ? decisionOf(label) : actionOf(label, context);
}

/** `~~RJ~~ DK to report` without what its writer struck through. */
function withoutStruckText(text: string): string {
  return text.replaceAll(/~~(?=[^\s~])[^~]{1,500}~~\s?/g, "");
}

/**
 * An entry of a list below a label such as `ACTIONS:`.
 * @param line with its list mark
 * @returns undefined for one with neither an owner nor a due date, which may be prose
 */
export function listedActionOf(line: string, context: ShorthandContext): ActionLine | undefined {
  if (line.length > maxLineLength) return undefined;
  const entry = entryOf(singleLineLabel(line));
  const { id, length } = numberOfEntry(entry?.text ?? "");
  const label = entry && {
    ...entry,
    ...(id !== undefined && { id }),
    text: withoutStruckText(entry.text.slice(length)),
  };
  if (!label || isNothing(label.text)) return undefined;
  const action = actionOf(label, context);
  const named = action?.owners.length === 0 ? withNamesInFront(label, context) : undefined;
  const read = named ? actionOf(named, context) : action;
  return read && (read.owners.length > 0 || read.due !== undefined) ? read : undefined;
}

/** `Bob: renew the certificate`: in a list of actions, also a name that the file does not have. */
function withNamesInFront(label: Label, { people }: ShorthandContext): Label | undefined {
  const [start = "", words = ""] =
    /^[*_]{0,3}(\p{Lu}\p{Ll}{1,20}(?:(?:, | and | & |\/)\p{Lu}\p{Ll}{1,20}){0,3})[*_]{0,3}:[*_]{0,3}\s{1,3}(?!(?:no|none|nothing|nil)\b)(?=\S)/u.exec(
      label.text,
    ) ?? [];
  const owners = start === "" ? [] : splitNames(words, people);
  const areNames =
    owners.length > 0 && !owners.some((name) => topicWords.test(name) || people.isSystem(name));
  return areNames ? { ...label, owners, text: label.text.slice(start.length) } : undefined;
}

/** Words before a colon that are the subject of an entry, and no person. */
const topicWords =
  /^(?:accounting|agenda|also|aob|background|benchmark(?:ing|s)?|cloud|comments?|computing|context|data|databases?|date|deadline|details|discussion|docs?|documentation|due|example|experiments?|feedback|follow|goal|idea|info|information|infrastructure|issues?|kubernetes|links?|meetings?|middleware|minutes|monitoring|networks?|news|next|notes?|open|operations|optional|outcome|owner|plans?|priority|problems?|progress|proposal|questions?|reason|reminder|reports?|result|security|services?|sites?|slides?|software|status|storage|summary|targets?|tickets?|tape|tests?|topics?|transfers?|updates?|upgrades?|warning|workshops?)$/i;

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
  const { text: following, status: statusAtStart } = withoutFirstStatus(label.text);
  const { text: openText, status: statusAtEnd } = withoutStatus(tidied(following));
  const details = bracketDetails(openText, context);
  const dated =
    label.due === undefined
      ? { ...withoutDueDate(details.text, context), ...(details.due !== undefined && { due: details.due }) }
      : { text: details.text, due: label.due };
  const read: OwnedText = withoutOwners(dated.text, label.owners, context.people);
  const owned = read.owners.length > 0 ? read : { ...read, owners: details.owners };
  // `RJ to report. Ongoing, by 10 December.`
  const undated = withoutStatus(tidied(owned.text));
  const lastStatus = statusAtEnd === "open" ? undated.status : statusAtEnd;
  const status = details.status ?? (lastStatus === "open" ? (statusAtStart ?? "open") : lastStatus);
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

/** `Done: RJ to report`, `[ongoing] RJ to report`, `**Dropped** RJ to report` */
function withoutFirstStatus(text: string): {
  readonly text: string;
  readonly status?: ActionLine["status"] | undefined;
} {
  const [start = "", word = ""] =
    /^\s{0,3}([\p{L}-]{2,11}(?: progress)?)(?:\s?:|\.|\s(?:-{1,2}|\u2013|\u2014))\s/iu.exec(text) ??
    /^\s{0,3}(?:\*\*|__|[([]){1,2}([\p{L}-]{2,11}(?: progress)?)[:.]?(?:\*\*|__|[)\]]){1,2}\s?[:\u2013-]?\s/iu.exec(
      text,
    ) ??
    [];
  const status = statusAlone(word);
  return status === undefined ? { text } : { text: text.slice(start.length), status };
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
    .replace(marksAtEnd, (marks, at: number, whole: string) =>
      marks.startsWith(";") && entityAtEnd.test(whole.slice(Math.max(0, at - maxEntityLength), at))
        ? ";"
        : "",
    )
    .trim();
}

const marksAtEnd = /(?<=[\p{L}\p{N})\]])[\s;,:\u2013\u2014-]{1,20}$/u;

/** UTF-16 units of a character reference. */
const maxEntityLength = 33;

/** `&lt` before its semicolon */
const entityAtEnd = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30})$/i;

/** `Ask the sites.` is one sentence; of several, the last stop remains. */
function withoutStop(text: string): string {
  return /^[^.]{1,300}[^.\s]\.$/.test(text) ? text.slice(0, -1) : text;
}
