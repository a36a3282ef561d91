/** The forms of the entries of each list, and what people write in their place. */
import { isMap, isScalar, isSeq } from "yaml";
import type { Edit } from "../text/range";
import {
  asNode,
  entriesOf,
  isEmpty,
  type KeyedValue,
  type Node,
  pairsOf,
  rangeOf,
  stringOf,
} from "../yaml/nodes";
import { quote, quoteIfNeeded } from "../yaml/scalars";
import { isKeyOrCorrection } from "./keyCorrections";
import type { RuleContext } from "./rule";

/** The source of an entry in a flow list, and its lines in a block list if they differ. */
interface ListEntry {
  readonly flow: string;
  readonly lines?: readonly string[];
}

export interface EntryForm {
  readonly message: string;
  readonly title: string;
  /** false for a node in another form than the list's entries; other mistakes in it have findings of their own */
  readonly isEntry: (node: Node, context: RuleContext) => boolean;
  /** @returns the entries that the pairs of a mapping stand for; undefined if this is not certain */
  readonly fromPairs: (
    pairs: readonly KeyedValue[],
    context: RuleContext,
  ) => readonly ListEntry[] | undefined;
  /** @returns the entry that a text or a list stands for */
  readonly fromEntry: (node: Node, context: RuleContext) => readonly ListEntry[] | undefined;
  /** @returns edits for a text in place of the list; other texts have the general fix */
  readonly fromText?: (node: Node, context: RuleContext) => readonly Edit[] | undefined;
}

const answers: EntryForm = {
  message:
    "An answer must have the keys `answer` and `count`, for example `{answer: Kubernetes, count: 12}`.",
  title: "Write each answer with `answer` and `count`",
  isEntry: (node, context) => isEmpty(node) || hasKeyOf(node, "answers", context),
  fromPairs: (pairs) => allOf(pairs.map(answerFromPair)),
  fromEntry: (node) => {
    const answer = isSeq(node) ? answerFromWords(entriesOf(node)) : answerFromText(stringOf(node) ?? "");
    return answer && [answer];
  },
  fromText: (node) => {
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
  // bounded: 200 characters (maxAnswerLength)
  const [, answer = "", bracketed, plain] =
    /^(\D*?[^\d\s:=,–—-])\s*(?:\((\d+)\)|(?:[:=–—-]\s*|\s)\s*(\d+))$/.exec(text) ?? [];
  const count = bracketed ?? plain;
  if (count !== undefined) return answerEntry(answer, count);
  const [, before, rest = ""] = /^(\d+)\s*(?:[:=×x–—-]\s*|\s)(\D+)$/.exec(text) ?? [];
  return before !== undefined && numbers.length === 1 ? answerEntry(rest, before) : undefined;
}

function answerEntry(answer: string, count: string): ListEntry {
  return { flow: `{answer: ${quoteIfNeeded(answer.trim())}, count: ${count}}` };
}

/** `12` and `"12"` */
function countOf(node: unknown): string | undefined {
  const text = isScalar(node) ? String(node.value).trim() : "";
  return /^\d{1,9}$/.test(text) ? text : undefined;
}

const actions: EntryForm = {
  message: "An action must have keys, for example `text: Ask the sites`.",
  title: "Write it as an action",
  isEntry: (node, context) => isEmpty(node) || hasKeyOf(node, "actions", context),
  fromPairs: (pairs) => (pairs.length === 1 ? allOf(pairs.map(actionFromPair)) : undefined),
  fromEntry: (node) => {
    const text = textOf(node);
    return text === undefined ? undefined : [{ flow: `{text: ${text}}`, lines: [`text: ${text}`] }];
  },
};

/** `A. Forti: Ask the sites`; other words before the colon belong to the text. */
function actionFromPair({ key, name, value }: KeyedValue): ListEntry | undefined {
  const text = textOf(value);
  if (!value || text === undefined) return undefined;
  const owner = quoteIfNeeded(key.source ?? name);
  const whole = quote(`${name}: ${stringOf(value)}`);
  const keys = isOwner(name) ? [`text: ${text}`, `owner: ${owner}`] : [`text: ${whole}`];
  return { flow: `{${keys.join(", ")}}`, lines: keys };
}

const commonWords =
  /^(?:note|info|remark|update|reminder|important|question|comment|decision|aob|nb|ps|follow-up)$/i;

/** A name begins with a capital letter and has at most four words. */
function isOwner(name: string): boolean {
  return /^\p{Lu}/u.test(name) && name.trim().split(/\s+/).length <= 4 && !commonWords.test(name.trim());
}

const names: EntryForm = {
  message: "A name must be text, such as `A. Forti`: quote a name with a colon.",
  title: "Write it as text",
  isEntry: (node) => !isMap(node),
  fromPairs: nameFromPairs,
  fromEntry: () => undefined,
};

/** `name: A. Forti` as the name, `CERN: A. Forti` in quotes, `{name: A. Forti, affiliation: CERN}` as `A. Forti (CERN)`. */
function nameFromPairs(pairs: readonly KeyedValue[]): readonly ListEntry[] | undefined {
  const [first, ...others] = pairs;
  const texts = pairs.map(({ value }) => stringOf(value));
  if (!first || texts.includes(undefined)) return undefined;
  if (!/^(?:full ?)?(?:name|speaker|chair|person)$/i.test(first.name))
    return allOf(pairs.map(({ name, value }) => ({ flow: quote(`${name}: ${stringOf(value)}`) })));
  const details = texts.slice(1).join(", ");
  return [{ flow: quoteIfNeeded(others.length === 0 ? (texts[0] ?? "") : `${texts[0]} (${details})`) }];
}

const decisions: EntryForm = {
  message: "A decision must be text: quote a decision with a colon.",
  title: "Write it as text",
  isEntry: (node) => !isMap(node),
  fromPairs: (pairs) =>
    allOf(
      pairs.map(({ name, value }) => {
        const text = stringOf(value);
        if (text === undefined || text.includes("\n")) return undefined;
        return { flow: /^(?:decision|text)$/i.test(name) ? quoteIfNeeded(text) : quote(`${name}: ${text}`) };
      }),
    ),
  fromEntry: () => undefined,
};

const themes: EntryForm = {
  message: "A theme must be text, such as `security` or `security/aai`.",
  title: "Write it as a theme",
  isEntry: (node) => !isMap(node),
  fromPairs: (pairs, context) => allOf(pairs.map((pair) => themeFromPair(pair, context)))?.flat(),
  fromEntry: () => undefined,
};

/** `security: aai` as `security/aai`, `security: true` as `security`; only themes of the catalogue. */
function themeFromPair(
  { name, value }: KeyedValue,
  { vocabulary }: RuleContext,
): readonly ListEntry[] | undefined {
  if (vocabulary.resolve(name) === undefined) return undefined;
  if (isEmpty(value) || (isScalar(value) && /^(?:true|yes|x)$/i.test(String(value.value))))
    return [{ flow: name }];
  const topics = isSeq(value) ? value.items.map((item) => stringOf(asNode(item))) : [stringOf(value)];
  const refs = topics.map((topic) => `${name}/${topic ?? ""}`);
  return refs.every((ref) => vocabulary.resolve(ref) !== undefined)
    ? refs.map((flow) => ({ flow }))
    : undefined;
}

/** The forms by the key of the list. */
export const entryForms: Readonly<Record<string, EntryForm>> = {
  actions,
  answers,
  chairs: names,
  decisions,
  speakers: names,
  themes,
};

/** True for a mapping with a key of the list's entries, or with one that is corrected to such a key. */
function hasKeyOf(node: Node, list: "actions" | "answers", { vocabulary }: RuleContext): boolean {
  const path = list === "actions" ? ["contributions", 0, "actions", 0] : ["surveys", 0, "answers", 0];
  return pairsOf(node).some(({ name }) => isKeyOrCorrection(name, node, path, vocabulary));
}

/** The source of a text on one line; undefined for other values. */
function textOf(node: Node | null): string | undefined {
  const text = stringOf(node);
  return text === undefined || text.trim() === "" || text.includes("\n") ? undefined : quoteIfNeeded(text);
}

function allOf<T>(values: readonly (T | undefined)[]): readonly T[] | undefined {
  return values.includes(undefined) ? undefined : (values as readonly T[]);
}
