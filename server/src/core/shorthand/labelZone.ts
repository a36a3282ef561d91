/** Reads what is between the word of a label and the text of its line: `ACTION 12 (B. Scribe):`. */
import { isInitials, namesIn, splitNames } from "./owners";
import type { People } from "./people";
import { statusAlone } from "./status";
import type { ActionLine } from "./types";

/** The part of a line from the word of its label to its text. */
export interface Zone {
  readonly word: string;
  readonly isDecision: boolean;
  readonly isUpper: boolean;
  /** true if emphasis or a bracket surrounds the label: `**Action**`, `[ACTION]` */
  isClosed: boolean;
  id?: string;
  owners: readonly string[];
  status?: ActionLine["status"];
  mark?: "colon" | "dash" | "arrow";
  /** offset of the text */
  at: number;
}

/**
 * Reads number, owners, closing marks and the separator, in any order, into `zone`.
 * @param open the marks before the word, such as `**`
 */
export function readZone(line: string, zone: Zone, open: string, people: People): void {
  for (let part = 0; part < 8 && zone.mark === undefined; part++) {
    const rest = line.slice(zone.at);
    const length =
      closingLength(rest, zone, open) ||
      separatorLength(rest, zone) ||
      numberLength(rest, zone) ||
      ownersLength(rest, zone, people);
    if (length === 0) break;
    zone.at += length;
  }
  if (zone.mark === undefined) return;
  zone.at += closingLength(line.slice(zone.at), zone, open);
  if (zone.mark === "arrow") zone.at += ownersAfterArrow(line.slice(zone.at), zone, people);
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

/** `(B. Scribe)`, `[RJ]`, ` on B. Scribe`, ` FOR ALL`, ` B. Scribe` */
function ownersLength(rest: string, zone: Zone, people: People): number {
  if (zone.isDecision) return dateLength(rest);
  if (zone.owners.length > 0) return 0;
  const [brackets, inBrackets = ""] = /^\s?[([]([^()[\]]{1,80})[)\]]/.exec(rest) ?? [];
  if (brackets !== undefined) return bracketLength(brackets, inBrackets, rest, zone, people);
  const [joined, names = ""] =
    /^\s(?:on|for|to|by)\s([^:*_]{1,60}?)(?=\s?:|[*_]|\s?->|\sto\s)/iu.exec(rest) ?? [];
  if (joined !== undefined && names.split(" ").length <= 5) {
    const isColon = /^\s?:/.test(rest.slice(joined.length));
    const owners = isColon ? splitNames(names.replace(/^the /i, "")) : namesIn(names, people);
    if (owners) zone.owners = owners.map(lowerAll);
    return owners ? joined.length : 0;
  }
  return bareLength(rest, zone, people);
}

/** `AI->Jonas: update` */
function ownersAfterArrow(rest: string, zone: Zone, people: People): number {
  const [whole = "", names = ""] = /^\s?([^:]{1,60}):\s/.exec(rest) ?? [];
  const owners = whole === "" || zone.isDecision ? undefined : namesIn(names.trim(), people);
  if (owners) zone.owners = owners;
  return owners ? whole.length : 0;
}

/** `Decision on 2022-08-24:` */
function dateLength(rest: string): number {
  return /^\s(?:on|of|from)\s\d[\d./-]{3,10}(?=\s?[:*])/.exec(rest)?.[0].length ?? 0;
}

function bracketLength(whole: string, inside: string, rest: string, zone: Zone, people: People): number {
  const isColon = /^\s?:/.test(rest.slice(whole.length));
  const status = statusAlone(inside);
  if (status !== undefined && zone.status === undefined) {
    zone.status = status;
    return whole.length;
  }
  const handle = /^@?[\p{L}\d_.-]{2,30}@?(?:(?:,\s?|\s(?:and|&)\s|\/)@?[\p{L}\d_.-]{2,30}@?){0,6}$/u.test(
    inside,
  );
  const owners = namesIn(inside, people) ?? (handle || isColon ? splitNames(inside) : undefined);
  if (!owners) return 0;
  zone.owners = owners.map(lowerAll);
  zone.isClosed = true;
  return whole.length;
}

/** `ACTION BW: send`, `AI TimT/BrianL: docs`, `TODO @scribe`: names directly after the word */
function bareLength(rest: string, zone: Zone, people: People): number {
  const [whole, names = ""] =
    /^\s([^:*_]{2,60}?)(?=\s?:(?:\s|$)|[*_]{1,2}(?:\s|$)|\s(?:-{1,2}|\u2013|\u2014)\s)/u.exec(rest) ?? [];
  if (whole === undefined || splitNames(names).length === 0) return 0;
  const isKnown = splitNames(names).every((name) => people.find(name) !== undefined);
  const isNamed =
    zone.isUpper &&
    zone.word !== "to do" &&
    namesIn(names, people) !== undefined &&
    (zone.word !== "ai" ||
      splitNames(names).every((name) => isInitials(name) || /^\p{Lu}\p{Ll}+\p{Lu}$/u.test(name)));
  if (!isKnown && !isNamed) return 0;
  zone.owners = splitNames(names).map(lowerAll);
  return whole.length;
}

function lowerAll(name: string): string {
  return /^(?:ALL|EVERYONE)$/.test(name) ? name.toLowerCase() : name;
}
