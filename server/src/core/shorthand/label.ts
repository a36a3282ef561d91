/** Reads the label at the start of a line: `ACTION:`, `AI (B. Scribe)`, `**Decision** 12:`, `- [ ] @scribe`. */
import { BacktickRuns } from "../text/codeSpans";
import { areOwners, isAssigned } from "./assigned";
import { bracketDetails } from "./bracketDetails";
import { withoutDueDate } from "./dueDate";
import { labelDetails } from "./labelDetails";
import { readZone, type Zone } from "./labelZone";
import { hasKnownInitials, hasOwnerAtEnd, namesIn, splitNames } from "./owners";
import type { People } from "./people";
import { isTicketState } from "./ticketState";
import type { ActionLine, ShorthandContext } from "./types";

/** The start of a line of notes that marks it. */
export interface Label {
  readonly kind: "action" | "decision";
  readonly id?: string;
  /** the owners that the label names, as written */
  readonly owners: readonly string[];
  /** ISO 8601, the due date that the label has: `Action (RJ, by Friday): …` */
  readonly due?: string;
  /** true for a ticked box, `[x]` */
  readonly isTicked: boolean;
  /** the status that the label names: `ACTION (ongoing): …` */
  readonly status?: ActionLine["status"];
  /** words of the label that are no names: `ACTION (high priority): …` */
  readonly remark?: string;
  /** the rest of the line */
  readonly text: string;
}

/** @returns undefined for a line without such a label */
export function labelOf(line: string, context: ShorthandContext): Label | undefined {
  const entry = entryOf(line);
  if (!entry) return undefined;
  const { text, hasBox, isTicked } = entry;
  const label = markedLine(text, context, hasBox) ?? (hasBox ? taskOf(text, context) : undefined);
  return label && { ...label, isTicked };
}

/** The line without its bullet and its box, as an action; undefined for a heading, a quote and a row of a table. */
export function entryOf(line: string): (Label & { readonly hasBox: boolean }) | undefined {
  const content = withoutListMark(line);
  if (content === undefined) return undefined;
  const [box = "", tick] = /^\[([ xX])\]\s+/.exec(content) ?? [];
  const isTicked = tick === "x" || tick === "X";
  return { kind: "action", owners: [], isTicked, hasBox: box !== "", text: content.slice(box.length) };
}

/**
 * The number of an action at the start of an entry: `A7: DK to order`, `**12.6** RJ to ask`, `12.6 RJ to ask`; `1.35` without a
 * mark is a version.
 * @returns the UTF-16 units before the text too, 0 without a number
 */
export function numberOfEntry(entry: string): { readonly id?: string; readonly length: number } {
  const [whole = "", open = "", id = "", mark = ""] =
    /^(\*\*|__|\[)?(\d{1,4}\.\d{1,3}[a-z]?|A[PI]?[- ]?\d{1,4})(?:\*\*|__|\])?(\s?[:\u2013-])?\s+/.exec(
      entry,
    ) ?? [];
  const isNumber = open !== "" || mark !== "" || /^(?:A|\d{2})/.test(id);
  return id !== "" && isNumber ? { id, length: whole.length } : { length: 0 };
}

/** The line without its bullet and an arrow; undefined for a heading, a quote and a row of a table. */
export function withoutListMark(line: string): string | undefined {
  const content = line.trim();
  if (/^(?:#{1,6}(?:\s|$)|>|\||<!--|```|~~~)/.test(content)) return undefined;
  return content.replace(
    /^(?:(?:[-+\u2022\u2013]|\*(?=\s)|\d{1,3}[.)])\s+)?(?:(?:[-=]{1,3}>|\u2192|\u21d2)\s?)?/,
    "",
  );
}

/** A task with an owner: `[ ] @scribe ask`, `[ ] Melissa: ask`, `[ ] 649.3 B. Scribe to ask` */
function taskOf(task: string, context: ShorthandContext): Omit<Label, "isTicked"> | undefined {
  const { people } = context;
  const { id, length } = numberOfEntry(task);
  const rest = task.slice(length);
  const isOwned =
    /^@[\w.-]{2,40}\b/.test(rest) ||
    /^(?!(?:Docs?|Note|Optional):)\p{Lu}[\p{L}.'\u2019-]{1,30}:\s/u.test(rest) ||
    ownedBefore(rest, /:\s|\s(?:to|will)\s+(?=[^\p{L}\p{N}\s]{0,3}\p{Ll}{2})/u, people) ||
    hasOwnerAtEnd(withoutDueDate(rest, context).text, people) ||
    bracketDetails(rest, context).owners.length > 0;
  return isOwned ? { kind: "action", ...(id !== undefined && { id }), owners: [], text: rest } : undefined;
}

/** True if names, and nothing else, are before the first match. */
function ownedBefore(text: string, mark: RegExp, people: People): boolean {
  const at = text.slice(0, 80).search(mark);
  return (
    at > 0 &&
    namesIn(text.slice(0, at), people) !== undefined &&
    splitNames(text.slice(0, at), people).every(
      (name) => people.find(name) !== undefined || !verbLike.test(name),
    )
  );
}

const verbLike =
  /^(?:Need|Try|Want|Have|Plan|Continue|Remember|Ask|Note|Send|Write|Reach|Talk|Add|Move|Docs?|Optional)$/;

const actionWords =
  "action items?|action points?|action required|action needed|actions?|ais?|ap|todo|to-do|to do|t[a\u00e2]che|[a\u00e0] faire|da fare|aktion|aufgabe|azione";
const decisionWords =
  "decisions?|decided|resolutions?|resolved|agreements?|agreed|d[e\u00e9]cision|d[e\u00e9]cid[e\u00e9]|beschluss|beschlossen|entscheidung|vereinbart|decisione";
/** The marks before the word, an adjective, and the word. */
const wordAtStart = new RegExp(
  `^([*_\\[(\`]{0,4})\\s?(?:(?:new|open|ongoing) )?(?:(${actionWords})|(${decisionWords}))(?![\\p{L}'\u2019])`,
  "iu",
);

function markedLine(
  line: string,
  context: ShorthandContext,
  isTask: boolean,
): Omit<Label, "isTicked"> | undefined {
  const match = wordAtStart.exec(line);
  if (!match) return numberedAction(line, context);
  const [whole = "", open = "", action, decision] = match;
  const word = action ?? decision ?? "";
  const zone: Zone = {
    word: word.toLowerCase(),
    isDecision: decision !== undefined,
    isUpper: !/\p{Ll}/u.test(word.replace(/^AIs$/, "AI")),
    isClosed: false,
    owners: [],
    at: whole.length,
  };
  readZone(line, zone, open, context);
  if (open.includes("[") && line.includes("](")) return undefined;
  if (isInCode(line, open, zone.at)) return undefined;
  const text = textAfter(line, zone.at, open, zone.isClosed);
  if (!isLabel(text, zone, open, context, isTask)) return undefined;
  const id = zone.word === "ap" && zone.id !== undefined ? `AP${zone.id}` : zone.id;
  return {
    kind: zone.isDecision ? "decision" : "action",
    ...(id !== undefined && { id }),
    ...(zone.status !== undefined && { status: zone.status }),
    ...(zone.due !== undefined && { due: zone.due }),
    ...(zone.remark !== undefined && { remark: zone.remark }),
    owners: zone.owners,
    text: withCondition(text, zone),
  };
}

/** True if the label begins a code span that has words after it too: `` `ACTION: ask` ``, but not `` `ACTION:` ask `` */
function isInCode(line: string, open: string, textStart: number): boolean {
  const [ticks = ""] = /`{1,4}/.exec(open) ?? [];
  if (ticks === "") return false;
  const at = open.indexOf(ticks);
  return new BacktickRuns(line).endOfSpan(at, ticks.length) > textStart;
}

function withCondition(text: string, { condition }: Zone): string {
  return condition === undefined ? text : `${text.trimEnd().replace(/(?<=[^.])\.$/, "")} (${condition})`;
}

/** True if the writer sets the label off from the text, instead of beginning a sentence with its word. */
function isLabel(
  text: string,
  zone: Zone,
  open: string,
  context: ShorthandContext,
  isTask: boolean,
): boolean {
  const { people } = context;
  if (zone.word === "resolved" && isTicketState(text, zone)) return false;
  const isPlainTask = isTask && zone.mark === "colon" && zone.owners.length === 0;
  if (/^a[ip]$/.test(zone.word) && !isPlainTask && !isAssigned(text, zone, context)) return false;
  if (/^(?:actions|ais|decisions|resolutions|agreements)$/.test(zone.word))
    return (
      zone.mark === "colon" &&
      !zone.isDecision &&
      ownedBefore(text, /\sto\s+(?!be\s)(?=[^\p{L}\p{N}\s]{0,3}\p{Ll}{2})/u, people)
    );
  if (zone.word === "to do" && zone.mark === undefined) return false;
  if ((zone.word === "ap" || zone.word === "ai") && !zone.isUpper) return false;
  if (zone.mark !== undefined) return true;
  if (zone.isClosed && open !== "") return isSetOff(zone, text);
  if (zone.owners.length > 0)
    return zone.isUpper || /^(?:to|will)\s/.test(text.trim()) || zone.isClosed || isInBrackets(zone);
  return isShouted(text, zone, people);
}

function isInBrackets({ ownersIn, remark }: Zone): boolean {
  return ownersIn === "brackets" || ownersIn === "handles" || remark !== undefined;
}

/** `**Action** Ask the sites`, `**Decision** …`; `**Agreed** …` begins a sentence */
function isSetOff({ word, isDecision }: Zone, text: string): boolean {
  if (isDecision)
    return (
      /^(?:decision|resolution|d[e\u00e9]cision|beschluss|entscheidung)$/.test(word) || /^,?\s/.test(text)
    );
  return word !== "to do" && !/^\s?(?:is|was|are|were|of|list)\b/.test(text);
}

/** `TODO ask the sites`, `ACTION Mark to write`, `RESOLVED that …` */
function isShouted(text: string, zone: Zone, people: People): boolean {
  if (/^(?:action(?: item| point)?|todo)$/.test(zone.word) && knownBeforeVerb(text.trim(), people))
    return true;
  if (!zone.isUpper || !/\p{Ll}/u.test(text)) return false;
  if (zone.isDecision)
    return (
      /^(?:agreed|resolved|decided)$/.test(zone.word) && /^(?:,| that| to| by| unanimously)\b/.test(text)
    );
  if (zone.word === "todo")
    return /^\s/.test(text) && !/^\s(?:lists?|items?|comments?|is|was|are|entries)\b/i.test(text);
  if (/^\s@\w/.test(text) || hasKnownInitials(text.trim(), people)) return true;
  if (zone.word === "action")
    return ownedBefore(text.trim(), /\s(?:to|will)\s+(?=[^\p{L}\p{N}\s]{0,3}\p{Ll}{2})/u, people);
  return zone.word === "ai" && knownBeforeVerb(text.trim(), people);
}

/** `AI Arno to look at it` */
function knownBeforeVerb(text: string, people: People): boolean {
  const at = text.search(/\s(?:to|will)\s+(?!be\s)\p{Ll}{2}/u);
  return at > 0 && splitNames(text.slice(0, at), people).every((name) => people.find(name) !== undefined);
}

/** `**649.3** RJ to report`, `649.3: RJ to report`: fewer digits may be a time */
const numberAtStart =
  /^(?:\*\*|__|\[)?(\d{3,4}\.\d{1,3}[a-z]?)(?:(?:\*\*|__|\])\s?[:\u2013-]?|:(?:\*\*|__|\])?)\s+/;

/** `**A12**: ask`, `[A12] ask`, `A12 (RJ): ask`; a bare `A12: …` may be a room or a road */
function numberedAction(line: string, context: ShorthandContext): Omit<Label, "isTicked"> | undefined {
  const [whole, id] =
    /^(?:\*\*|__|\[)(A(?:P|I)?[- ]?\d{1,4}(?:\.\d{1,4}){0,2})(?:(?:\*\*|__|\])\s?[:\u2013-]?|:(?:\*\*|__|\]))\s+/.exec(
      line,
    ) ??
    /^(A(?:P|I)[- ]?\d{1,4}(?:\.\d{1,4}){0,2})\s?:\s+/.exec(line) ??
    [];
  if (whole !== undefined && id !== undefined)
    return { kind: "action", id, owners: [], text: line.slice(whole.length) };
  const [bare = "", bareId] = numberAtStart.exec(line) ?? [];
  if (bareId !== undefined && knownBeforeVerb(line.slice(bare.length), context.people))
    return { kind: "action", id: bareId, owners: [], text: line.slice(bare.length) };
  const [start, number, inside = ""] =
    /^(A(?:P|I)?[- ]?\d{1,4}(?:\.\d{1,4}){0,2})\s?[([]([^()[\]]{1,60})[)\]]\s?:?\s+/.exec(line) ?? [];
  if (start === undefined || number === undefined) return undefined;
  const { names, ...details } = labelDetails(inside, context);
  const owners = splitNames(names, context.people);
  const text = line.slice(start.length);
  const isOwned = areOwners(
    owners,
    { text, isMarked: start.trimEnd().endsWith(":"), ownersIn: "handles" },
    context.people,
  );
  return isOwned ? { kind: "action", id: number, ...details, owners, text } : undefined;
}

/** The text after the label, without the marks that close what the label opens: `**ACTION: ask**`. */
function textAfter(line: string, at: number, open: string, isClosed: boolean): string {
  const text = line.slice(at);
  if (open === "" || isClosed) return text;
  const closing = [...open]
    .reverse()
    .map((mark) => (mark === "[" ? "]" : mark === "(" ? ")" : mark))
    .join("");
  if (text.trimEnd().endsWith(closing)) return text.trimEnd().slice(0, -closing.length);
  // `**Action: RJ** write`
  const parts = text.split(closing);
  return /^[*_]+$/.test(closing) && parts.length % 2 === 0 ? parts[0] + parts.slice(1).join(closing) : text;
}
