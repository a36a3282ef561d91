import { isScalar, isSeq } from "yaml";
import { entriesOf, isEmpty, type KeyedValue, type Node, rangeOf, stringOf } from "../../yaml/nodes";
import { quoteIfNeeded } from "../../yaml/scalars";
import { sourceLines } from "../values/sourceLines";
import { allOf, type EntryForm, hasKeyOf, type ListEntry } from "./entryForm";

/** `Kubernetes: 12` and `Kubernetes (12)` as `{answer: Kubernetes, count: 12}` */
export const answers: EntryForm = {
  message:
    "An answer must have the keys `answer` and `count`, for example `{answer: Kubernetes, count: 12}`.",
  title: "Write each answer with `answer` and `count`",
  isEntry: (node, context) => isEmpty(node) || hasKeyOf(node, "answers", context),
  fromPairs: (pairs) => allOf(pairs.map(answerFromPair)),
  fromEntry: (node) => {
    const answer = isSeq(node) ? answerFromWords(entriesOf(node)) : answerFromText(stringOf(node) ?? "");
    return answer && [answer];
  },
  fromText: (node, context) => {
    const lines = sourceLines(node, context.text);
    const ofLines = lines && allOf(lines.lines.map((line) => answerFromText(withoutBorders(line))));
    if (lines && ofLines) return [lines.listEdit(ofLines.map(({ flow }) => flow))];
    const text = stringOf(node);
    if (text === undefined || text.includes("\n")) return undefined;
    const entries = allOf(text.split(/[,;]/).map(answerFromText));
    return entries && [{ ...rangeOf(node), text: `[${entries.map(({ flow }) => flow).join(", ")}]` }];
  },
};

/** `Kubernetes: 12` */
function answerFromPair({ key, name, value }: KeyedValue): ListEntry | undefined {
  const [count, text] = [countOf(value), stringOf(value)];
  if (count !== undefined) return answerEntry(key.source ?? name, count);
  return text !== undefined && /^\d+$/.test(name) ? answerEntry(text, name) : undefined;
}

function answerFromWords([first, second, ...others]: readonly Node[]): ListEntry | undefined {
  const [text, count] = [stringOf(first), countOf(second)];
  return text !== undefined && count !== undefined && others.length === 0
    ? answerEntry(text, count)
    : undefined;
}

/** UTF-16 units of a text that is an answer with its count */
const maxAnswerLength = 200;

/** `Kubernetes 12`, `Kubernetes (12)` and `12 Kubernetes`; not a text with two numbers. */
function answerFromText(written: string): ListEntry | undefined {
  const text = written.trim();
  if (text.length > maxAnswerLength || text.includes("\n")) return undefined;
  const numbers = text.match(/\d+/g) ?? [];
  const [, answer = "", bracketed, plain] =
    // bounded: 200 characters (maxAnswerLength)
    /^(\D*?[^\d\s:=,;|–—-])\s*(?:\((\d+)\)|(?:[:=,;|–—-]\s*|\s)\s*(\d+))$/.exec(text) ?? [];
  const count = bracketed ?? plain;
  if (count !== undefined) return answerEntry(answer, count);
  // bounded: 200 characters (maxAnswerLength)
  const [, before, rest = ""] = /^(\d+)\s*(?:[:=×x–—-]\s*|\s)(\D+)$/.exec(text) ?? [];
  return before !== undefined && numbers.length === 1 ? answerEntry(rest, before) : undefined;
}

/** `Kubernetes | 12` of a row of a table, and a line without its final comma. */
function withoutBorders(line: string): string {
  const row = /^\|(.*)\|$/.exec(line)?.[1] ?? line;
  return row.trim().replace(/[,;]$/, "");
}

function answerEntry(answer: string, count: string): ListEntry {
  return { flow: `{answer: ${quoteIfNeeded(answer.trim())}, count: ${count}}` };
}

/** `12`, `"12"` and `#12` */
function countOf(node: unknown): string | undefined {
  const text = isScalar(node) ? String(node.value).trim() : "";
  return /^#?(\d{1,9})$/.exec(text)?.[1];
}
