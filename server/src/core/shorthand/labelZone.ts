/** Reads what is between the word of a label and the text of its line: `ACTION 12 (B. Scribe):`. */
import { isPlaceholder } from "../text/placeholderWord";
import { labelDetails } from "./labelDetails";
import { isInitials, namesIn, splitNames, withoutOwners } from "./owners";
import type { ActionLine, ShorthandContext } from "./types";

/** The part of a line from the word of its label to its text. */
export interface Zone {
  readonly word: string;
  readonly isDecision: boolean;
  readonly isUpper: boolean;
  /** true if emphasis or a bracket surrounds the label: `**Action**`, `[ACTION]` */
  isClosed: boolean;
  id?: string;
  owners: readonly string[];
  /** how the line names its owners: `(RJ)`, `[rj]` or `(@rj)`, `on RJ`, `RJ` */
  ownersIn?: "brackets" | "handles" | "phrase" | "names";
  /** ISO 8601 */
  due?: string;
  status?: ActionLine["status"];
  /** words in brackets that are no names: `ACTION (high priority): …` */
  remark?: string;
  /** what a decision depends on: `AGREED (subject to funding): …` */
  condition?: string;
  mark?: "colon" | "dash" | "arrow";
  /** offset of the text */
  at: number;
}

/**
 * Reads number, owners, closing marks and the separator, in any order, into `zone`.
 * @param open the marks before the word, such as `**`
 */
export function readZone(line: string, zone: Zone, open: string, context: ShorthandContext): void {
  for (let part = 0; part < 8 && zone.mark === undefined; part++) {
    const rest = line.slice(zone.at);
    const length =
      closingLength(rest, zone, open) ||
      separatorLength(rest, zone) ||
      numberLength(rest, zone) ||
      detailsLength(rest, zone, context);
    if (length === 0) break;
    zone.at += length;
  }
  if (zone.mark === undefined) return;
  zone.at += closingLength(line.slice(zone.at), zone, open);
  if (zone.mark === "arrow") zone.at += ownersAfterArrow(line.slice(zone.at), zone, context);
}

function closingLength(rest: string, zone: Zone, open: string): number {
  if (open === "" || zone.isClosed) return 0;
  const [closing] = /^\s?[*_\])`]{1,4}/.exec(rest) ?? [];
  if (closing === undefined) return 0;
  zone.isClosed = true;
  return closing.length;
}

function separatorLength(rest: string, zone: Zone): number {
  const [colon] = /^\s?:{1,2}/.exec(rest) ?? [];
  const [dash] = /^(?:\s(?:-{1,2}|\u2013|\u2014)|\s?\u2014)\s/.exec(rest) ?? [];
  const [arrow] = /^\s?(?:->|=>|\u2192)/.exec(rest) ?? [];
  if (colon !== undefined) zone.mark = "colon";
  else if (dash !== undefined) zone.mark = "dash";
  else if (arrow !== undefined) zone.mark = "arrow";
  return (colon ?? dash ?? arrow ?? "").length;
}

function numberLength(rest: string, zone: Zone): number {
  if (zone.id !== undefined) return 0;
  const [whole = "", id] =
    /^(?:\s?(?:no\.?|nr\.?|#)\s?|\s|-)?([A-Z]{0,3}-?\d{1,6}(?:[./-]\d{1,6}){0,3}[a-z]?)(?=[\s:)\]*,_]|$)/.exec(
      rest,
    ) ?? [];
  if (id === undefined) return 0;
  zone.id = id;
  return whole.length;
}

/** `(B. Scribe)`, `[RJ, by Friday]`, ` on B. Scribe`, ` FOR ALL`, ` B. Scribe` */
function detailsLength(rest: string, zone: Zone, context: ShorthandContext): number {
  if (zone.isDecision) return dateLength(rest) || conditionLength(rest, zone);
  if (zone.owners.length > 0) return 0;
  const [brackets, inBrackets = ""] = /^\s?[([]([^()[\]]{1,80})[)\]]/.exec(rest) ?? [];
  if (brackets !== undefined) return bracketLength(brackets, inBrackets, rest, zone, context);
  return phraseLength(rest, zone, context) ?? bareLength(rest, zone, context);
}

/** ` on B. Scribe`, ` on the sites`; undefined if the text is no such phrase */
function phraseLength(rest: string, zone: Zone, context: ShorthandContext): number | undefined {
  const [whole, words = ""] =
    /^\s(?:on|for|to|by)\s([^:*_]{1,60}?)(?=\s?:|[*_]|\s?->|\sto\s|\s(?:-{1,2}|\u2013|\u2014)\s)/iu.exec(
      rest,
    ) ?? [];
  const { names, ...details } = labelDetails(words, context);
  if (whole === undefined || names.split(" ").length > 5) return undefined;
  const isColon = /^\s?:/.test(rest.slice(whole.length));
  const group = names.replace(/^the /i, "");
  const owners =
    isColon || groups.test(names) ? splitNames(group, context.people) : namesIn(names, context.people);
  if (!owners) return 0;
  Object.assign(zone, details, { owners: owners.map(lowerAll), ownersIn: "phrase" });
  return whole.length;
}

/** `the T2 sites`, `all experiments` */
const groups =
  /^(?:the|all)\s.*\b(?:sites?|experiments?|vos?|teams?|groups?|chairs?|developers?|operations|ops|members|contacts?)$/i;

/** `AI->Jonas: update` */
function ownersAfterArrow(rest: string, zone: Zone, { people }: ShorthandContext): number {
  const [whole = "", names = ""] = /^\s?([^:]{1,60}):\s/.exec(rest) ?? [];
  const owners = whole === "" || zone.isDecision ? undefined : namesIn(names.trim(), people);
  if (!owners) return 0;
  Object.assign(zone, { owners, ownersIn: "brackets" });
  return whole.length;
}

/** `Decision on 2022-08-24:` */
function dateLength(rest: string): number {
  return /^\s(?:on|of|from)\s\d[\d./-]{3,10}(?=\s?[:*])/.exec(rest)?.[0].length ?? 0;
}

/** ` (subject to funding)`; a date is left out, as without brackets */
function conditionLength(rest: string, zone: Zone): number {
  const [whole = "", inside = ""] =
    /^\s?[([]([^()[\]]{1,80})[)\]](?=[*_]{0,2}\s?(?::|(?:-{1,2}|\u2013|\u2014)\s)|[*_]{1,2}\s)/.exec(rest) ??
    [];
  if (whole === "" || zone.condition !== undefined) return 0;
  if (!/^\d{1,4}[./-]\d{1,2}[./-]?(?:\d{2,4})?$/.test(inside)) zone.condition = inside.trim();
  return whole.length;
}

function bracketLength(
  whole: string,
  inside: string,
  rest: string,
  zone: Zone,
  context: ShorthandContext,
): number {
  const isColon = /^\s?:/.test(rest.slice(whole.length));
  const { names, ...details } = labelDetails(inside, context);
  if (names === "") {
    Object.assign(zone, details);
    return whole.length;
  }
  if (zone.id === undefined && /^\d{1,6}(?:[./-]\d{1,6}){0,3}[a-z]?$/.test(names)) {
    zone.id = names;
    return whole.length;
  }
  const { owners, remark } = inBrackets(
    names,
    { isColon, following: rest.slice(whole.length) },
    zone,
    context,
  );
  if (owners.length === 0 && remark === "") return 0;
  const ownersIn = /^\s?\[|^\(|@/.test(whole) ? "handles" : "brackets";
  Object.assign(zone, details, owners.length > 0 && { owners: owners.map(lowerAll), ownersIn });
  if (remark !== "") zone.remark = remark;
  return whole.length;
}

/** The owners, and the words that are no names: `low priority` of `(low priority, RJ)`. */
function inBrackets(
  text: string,
  { isColon, following }: { readonly isColon: boolean; readonly following: string },
  { word }: Zone,
  { people }: ShorthandContext,
): { readonly owners: readonly string[]; readonly remark: string } {
  const names = namesIn(text, people);
  if (names) return { owners: names, remark: "" };
  const parts = splitNames(text, people);
  const isOwned = withoutOwners(following.replace(/^[\s:*_\u2013-]{1,6}/, ""), [], people).owners.length > 0;
  const isName = (name: string): boolean =>
    namesIn(name, people) !== undefined ||
    groups.test(name) ||
    (!isOwned && !remarkWords.test(name) && !isPlaceholder(name) && /^[^\s]{2,30}$/.test(name)) ||
    (!isOwned && /\p{Lu}/u.test(name) && !deadlineStart.test(name));
  const owners = parts.filter(isName);
  const remark = parts.filter((part) => !isName(part)).join(", ");
  // `AI (machine learning)` has no remark
  if (/^a[ip]$/.test(word) && owners.length === 0) return { owners, remark: "" };
  if (!isColon && !handles.test(text) && !(isOwned && owners.length === 0)) return { owners: [], remark: "" };
  return { owners, remark };
}

/** Words about an action, which are no handles. */
const remarkWords =
  /^(?:new|old|urgent|important|critical|high|low|medium|minor|major|prio(?:rity)?|optional|pending|recurring|repeat(?:ed)?|standing|continued|continuing|carried|postponed|deferred|revised|updated|modified|reopened|internal|external|joint|shared|again|reminder|asap|please|confidential|draft|proposed|suggested|tentative|overdue|late|blocked|stalled|p\d)$/i;

/** `before Christmas`, `Q1 2027`: a time that is no day, and no name */
const deadlineStart =
  /^(?:by|before|after|until|till|due|deadline|within|in|during|next|this|end of|early|late|mid|spring|summer|autumn|winter|q[1-4])\b/i;

const handles = /^@?[\p{L}\d_.-]{2,30}@?(?:(?:,\s?|\s(?:and|&)\s|\/)@?[\p{L}\d_.-]{2,30}@?){0,6}$/u;

/** `ACTION BW: send`, `AI TimT/BrianL: docs`, `TODO @scribe`: names directly after the word */
function bareLength(rest: string, zone: Zone, context: ShorthandContext): number {
  const [whole, words = ""] =
    /^\s([^:*_]{2,60}?)(?=\s?:[*_]{0,3}(?:\s|$)|[*_]{1,3}\s?(?::|\s|$)|\s(?:-{1,2}|\u2013|\u2014)\s)/u.exec(
      rest,
    ) ?? [];
  const { names, ...details } = labelDetails(words, context);
  const each = splitNames(names, context.people);
  if (whole === undefined || each.length === 0) return 0;
  const isKnown = each.every((name) => context.people.find(name) !== undefined || isInitials(name));
  const isNamed = zone.isUpper && zone.word !== "to do" && namesIn(names, context.people) !== undefined;
  if (!isKnown && !isNamed) return 0;
  Object.assign(zone, details, { owners: each.map(lowerAll), ownersIn: "names" });
  return whole.length;
}

function lowerAll(name: string): string {
  return /^(?:ALL|EVERYONE)$/.test(name) ? name.toLowerCase() : name;
}
