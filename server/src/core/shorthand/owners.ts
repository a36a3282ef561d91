/** Reads who an action is for: `B. Scribe to ask`, `RJ, DK: report`, `@scribe ask`, `ask the sites (B. Scribe)`. */
import type { People } from "./people";

/** A text without its owners. */
export interface OwnedText {
  readonly text: string;
  /** persons of the file by their name there, others as written; each once */
  readonly owners: readonly string[];
}

/** UTF-16 units at the start of an action in which its owners are searched. */
const maxOwnersLength = 120;

/** @param named the owners that the label of the line names */
export function withoutOwners(text: string, named: readonly string[], people: People): OwnedText {
  const atStart = named.length > 0 ? afterNamed(text) : ownersAtPlainStart(text, people);
  const found = [...named, ...atStart.owners];
  const atEnd = found.length > 0 ? atStart : ownersAtEnd(text, people);
  const owners = [...named, ...atEnd.owners].map((name) => people.find(name) ?? name);
  return { text: atEnd.text, owners: [...new Set(owners)] };
}

/** `Action on Phil to reach out` and `AI (Edgar): will look` begin with words that only join the owner. */
function afterNamed(text: string): OwnedText {
  return {
    text: text.replace(/^(?:to|will|should|shall|:)\s+(?=[^\p{L}\p{N}\s]{0,3}\p{L})/u, ""),
    owners: [],
  };
}

/** Emphasis of the owners is left out: `**B. Scribe** to ask`, `*RJ*: report`. */
function ownersAtPlainStart(text: string, people: People): OwnedText {
  const plain = text.replace(/^([*_]{1,2})([^*_]{1,60})\1(?=[\s:,])/u, "$2");
  const found = ownersAtStart(plain, people);
  return found.owners.length > 0 || plain === text ? found : ownersAtStart(text, people);
}

function ownersAtStart(text: string, people: People): OwnedText {
  return (
    handlesAtStart(text) ??
    bracketsAtStart(text, people) ??
    namesBeforeTo(text, people) ??
    namesBeforeMark(text, people) ??
    initialsBeforeVerb(text, people) ??
    knownAtStart(text, people) ?? { text, owners: [] }
  );
}

/** `@scribe, @forti to ask` */
function handlesAtStart(text: string): OwnedText | undefined {
  const [handles] = /^(?:@[\w.-]{1,40}[\s,:&/]{0,3}(?:and )?){1,8}/u.exec(text) ?? [];
  if (handles === undefined) return undefined;
  const owners = [...handles.matchAll(/@([\w.-]{1,40})/g)].map(([, handle = ""]) =>
    handle.replace(/[.-]$/, ""),
  );
  return afterNames(text.slice(handles.length).replace(/^[-\u2013: ]{1,4}/, ""), owners);
}

/** `[Zoe, Kai] write the agenda` */
function bracketsAtStart(text: string, people: People): OwnedText | undefined {
  const [whole = "", names = ""] = /^[([]([^()[\]]{1,80})[)\]][\s:,-]{0,4}/.exec(text) ?? [];
  const owners = whole === "" ? undefined : namesIn(names, people);
  return owners && afterNames(text.slice(whole.length), owners);
}

function afterNames(text: string, owners: readonly string[]): OwnedText {
  return { text: text.replace(/^(?:to|will)\s+(?=[^\p{L}\p{N}\s]{0,3}\p{Ll})/u, ""), owners };
}

/** `B. Scribe to ask`, `RJ and DK to report`, `Arno will ask`, `B. Scribe to [check](…)` */
function namesBeforeTo(text: string, people: People): OwnedText | undefined {
  const head = text.slice(0, maxOwnersLength);
  const match =
    /\s(?:to|will|should)\s+(?=[^\p{L}\p{N}\s]{0,3}(?:not[*_]{0,3} [^\p{L}\p{N}\s]{0,3})?(?:\p{Ll}{2}|(?<=`)\S))/u.exec(
      head,
    );
  if (!match) return undefined;
  const names = head.slice(0, match.index);
  const owners = namesIn(names, people);
  const isInfinitive = match[0].trim() === "to";
  if (!owners || (isInfinitive ? isVerb(names) : isPronoun(names))) return undefined;
  const rest = text.slice(match.index + match[0].length);
  if (isInfinitive && /^[*_]{0,3}be\b/.test(rest)) return afterSubject(text, rest, names, people);
  return isInfinitive && startsWithArticle(rest) ? undefined : { text: rest, owners };
}

/** `Slides to be uploaded by Bob` is for Bob, and `DNS to be fixed` has no owner; `RJ to be on call` is for RJ. */
function afterSubject(text: string, rest: string, names: string, people: People): OwnedText | undefined {
  const [, doer = ""] = /\sby\s([^,;:()]{2,40})$/.exec(rest.replace(/\.$/, "")) ?? [];
  const doers = knownNames(doer, people);
  if (doers) return { text, owners: doers };
  const owners = knownNames(names, people);
  return owners && { text: rest, owners };
}

/** `Write to the sites` begins with a verb, not with a name. */
function startsWithArticle(text: string): boolean {
  return /^\W{0,3}(?:the|a|an|all|our|this|that|these|those|each|every|both|sites?|experiments?|people|other)\b/.test(
    text,
  );
}

const verbs = new Set(
  (
    "need try want have plan continue remember ask agree prepare wait aim intend offer propose hope seek go get reach " +
    "speak talk write come listen add move link respond reply contribute migrate point refer switch connect subscribe " +
    "volunteer send report return present submit forward apply invite encourage allow attempt start begin follow check " +
    "announce build close create fix install investigate open release remove review run test update upload " +
    "decide look take work make find see use be due next ready how where what when who " +
    "contact share provide prepare draft circulate organise organize collect discuss document coordinate clarify confirm " +
    "verify inform remind schedule arrange define describe implement deploy enable disable drain restart evaluate " +
    "finalise finalize finish complete compile publish produce distribute chase raise resolve restore summarise summarize"
  ).split(" "),
);

function isVerb(names: string): boolean {
  return beginsWithVerb(names) && !/[,&/]/.test(names);
}

/** True for `write to the sites` and other tasks that begin with a common verb. */
export function beginsWithVerb(text: string): boolean {
  return verbs.has(/^[\s:]{0,3}(\p{L}+)(?![\p{L}-])/u.exec(text)?.[1]?.toLowerCase() ?? "");
}

function isPronoun(names: string): boolean {
  return /^(?:we|it|this|that|they|there|he|she|i|you|the|these|who|what)\b/i.test(names);
}

/** `RJ, DK: report`, `Zoe - write`; without a person of the file only initials */
function namesBeforeMark(text: string, people: People): OwnedText | undefined {
  const match = /\s?:\s|\s(?:-{1,2}|\u2013|\u2014)\s/.exec(text.slice(0, maxOwnersLength));
  if (!match) return undefined;
  const names = text.slice(0, match.index);
  const owners = namesIn(names, people);
  const isNamed = splitNames(names, people).every(
    (name) => people.find(name) !== undefined || isInitials(name) || everyone.test(name),
  );
  return owners && isNamed ? afterNames(text.slice(match.index + match[0].length), owners) : undefined;
}

/** `RJ ask the sites`, `RJ, DK report`, `JvdB check`: initials of persons of the file */
function initialsBeforeVerb(text: string, people: People): OwnedText | undefined {
  const [whole, names = ""] =
    /^(\p{Lu}[\p{L}'\u2019]{0,3}\p{Lu}(?:(?:, ?|\/| ?& ?| and )\p{Lu}[\p{L}'\u2019]{0,3}\p{Lu}){0,5})\s+(?=\p{Ll}{2})/u.exec(
      text,
    ) ?? [];
  if (whole === undefined || !beginsWithVerb(text.slice(whole.length))) return undefined;
  const owners = knownNames(names, people);
  return owners && { text: text.slice(whole.length), owners };
}

/** True for `RJ ask the sites`. */
export function hasKnownInitials(text: string, people: People): boolean {
  return initialsBeforeVerb(text, people) !== undefined;
}

/**
 * `Rolf Jansen contacts the sites`: a person of the file; the sentence needs the name, but not that of `Rolf contact the
 * sites`.
 */
function knownAtStart(text: string, people: People): OwnedText | undefined {
  const words = text.slice(0, maxOwnersLength).split(" ");
  for (let count = Math.min(4, words.length - 1); count > 0; count--) {
    const name = words.slice(0, count).join(" ");
    const isName = /^\p{Lu}/u.test(name) && (count > 1 || name.length > 2);
    const owners = isName ? knownNames(name, people) : undefined;
    const rest = text.slice(name.length).trimStart();
    // `Mark the talk`
    if (!owners || (count === 1 && startsWithArticle(rest))) continue;
    return { text: beginsWithVerb(rest) ? rest : text, owners };
  }
  return undefined;
}

function knownNames(text: string, people: People): readonly string[] | undefined {
  const names = splitNames(text, people);
  return names.length > 0 && names.every((name) => people.find(name) !== undefined) ? names : undefined;
}

/** The person at the end of a task: `policy draft (Bob)`, `policy draft, B. Scribe`. */
export function hasOwnerAtEnd(text: string, people: People): boolean {
  return ownersAtEnd(text, people).owners.length > 0;
}

/** `Ask the sites (B. Scribe)`, `… [mhb]`, `… @scribe`, `… - Owner: RJ` */
function ownersAtEnd(text: string, people: People): OwnedText {
  const from = Math.max(0, text.length - maxOwnersLength);
  const tail = text.slice(from);
  const match =
    /(?:[;,.(]\s?|\s-\s)?\b(?:owner|who|responsible|assigned to|assignee): ?([^()[\]:;]{1,60})\)?\.?$/i.exec(
      tail,
    ) ??
    /\s\\?[([]([^()[\]]{1,60}?)\\?[)\]]\.?$/.exec(tail) ??
    /(?:\s[\u2013\u2014-]|;)\s([^\u2013\u2014;:]{1,40})$/.exec(tail) ??
    /\s(@[\w.-]{1,40})\.?$/.exec(tail) ??
    /(?<=\s\p{Ll}{2,20}),\s([^,;:()[\]]{2,40})$/u.exec(tail);
  const names = match?.[1] ?? "";
  const isHandle = names.startsWith("@");
  const isSaid = /(?:owner|who|responsible|assigned to|assignee): ?/i.test(match?.[0] ?? "");
  const isInitialled = match?.[0].startsWith(",") === true && initialled.test(names);
  const owners = isHandle
    ? [names.slice(1)]
    : isSaid || isInitialled
      ? namesIn(names, people)
      : knownNames(names, people);
  if (match && owners) return { text: text.slice(0, from + match.index).trim(), owners };
  const handles = [...tail.matchAll(/(?<=[\s,(])@([\w.-]{2,40})/g)].map(([, handle = ""]) => handle);
  return { text, owners: handles.map((handle) => handle.replace(/[.-]$/, "")) };
}

/** @returns the names of a list of owners; undefined if one of them does not look like a name */
export function namesIn(text: string, people: People): readonly string[] | undefined {
  const names = splitNames(text, people);
  const isName = (name: string): boolean =>
    people.find(name) !== undefined || (looksLikeName(name) && !people.isSystem(name));
  return names.length > 0 && names.every(isName) ? names : undefined;
}

/** `RJ, DK and others` as two names; `García Márquez, Gabriel` as one if the file has this person. */
export function splitNames(text: string, people: People): readonly string[] {
  const parts = text
    .slice(0, maxOwnersLength)
    .split(/(,|;|&|\/|\+|\s(?:and|or|und|oder|et|ou)\s)/)
    .map((part) => part.trim());
  const names: string[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const [name = "", next = ""] = [parts[at], parts[at + 2]];
    const swapped = `${name}, ${next}`;
    const isSwapped = parts[at + 1] === "," && next !== "" && people.find(swapped) !== undefined;
    names.push(isSwapped ? swapped : name.replace(/^@/, "").replace(/[@?]$/, ""));
    if (isSwapped) at += 2;
  }
  const written = names.filter((name) => name !== "");
  const persons = written.filter((name) => !unnamed.test(name));
  return persons.length > 0 ? persons : written;
}

/** Words after names for persons without one: `RJ and others` */
const unnamed = /^(?:(?:the |some )?others?|colleagues|co|team|(?:et )?al\.?|andere|autres)$/i;

const everyone = /^(?:all|everyone|everybody|alle|tous|tutti)$/i;

export function isEveryone(name: string): boolean {
  return everyone.test(name);
}

/** `B. Scribe`, `BrianL`, `RJ`, `all` */
function looksLikeName(name: string): boolean {
  if (everyone.test(name)) return true;
  const words = name.split(" ");
  return (
    words.length <= 4 &&
    words.every((word) => /^(?:\p{Lu}[\p{L}.'\u2019-]{0,30}|van|von|de|der|del|la|le)$/u.test(word)) &&
    /^\p{Lu}/u.test(name) &&
    !notNames.test(name)
  );
}

/** Words with a capital letter at the start of a sentence that are no names. */
const notNames =
  /^(?:We|It|This|That|They|There|He|She|You|The|These|Who|What|If|Please|Not|No|Everything|Nothing|AI|ACTION|TODO|Proposal|Discussion|Decision)\b/;

/** `B. Scribe` */
export const initialled = /^(?:\p{Lu}\.[ -]?){1,3}\p{Lu}[\p{L}'\u2019-]{1,30}$/u;

export function isInitials(name: string): boolean {
  return /^\p{Lu}{2,4}$/u.test(name);
}
