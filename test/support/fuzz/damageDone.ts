/** What an edit damages, in a few words. */
import { type CST, Parser } from "yaml";
import type { MeetingDocument } from "../../../server/src/core/analysis/meetingDocument";
import type { PlacedUnit } from "../../../server/src/core/document/blockDocument";
import { defaultSeverity } from "../../../server/src/core/findings/codes";
import type { Finding } from "../../../server/src/core/findings/finding";
import { parseYaml } from "../../../server/src/core/yaml/parseYaml";
import type { View } from "../../../server/src/features/shared/view";
import { readMeeting } from "../meeting";
import type { OfferedEdit } from "./offers";
import { changedElsewhere, reshapesRoot } from "./otherParser";

/** @returns all that is wrong with what the offer leaves of the file; nothing where it is safe */
export function editDamage(view: View, offer: OfferedEdit): readonly string[] {
  const before = view.document;
  const after = readMeeting(offer.after);
  const faults = [
    ...(offer.kind !== "format" && offer.version !== view.positions.version
      ? ["is made for another version"]
      : []),
    ...(parses(before.text) && !parses(offer.after) ? ["leaves what does not parse"] : []),
    ...newErrors(before, after, offer),
    ...unfixedFindings(before, after, offer),
    ...lostComments(before.text, offer),
    ...changedUntouchedItems(view, after, offer),
    ...brokenLineEnds(before.text, offer),
    ...changedElsewhere(before.text, offer),
    ...(offer.kind === "format" ? changedNonBlank(before.text, offer.after) : []),
  ];
  return faults.map((fault) => `${offer.title} (${offer.code ?? offer.kind}) ${fault}`);
}

/** A lone CR ends a line for some parsers only. */
function parses(text: string): boolean {
  return !/\r(?!\n)/.test(text) && parseYaml(text).errors.every(({ code }) => code === "MULTIPLE_DOCS");
}

/**
 * A part that was not checked before may have errors: broken YAML, the value of an unknown key, the first of two values, the words of a
 * text that was to be a list of themes. A text of only hidden characters becomes empty.
 */
function newErrors(
  before: MeetingDocument,
  after: MeetingDocument,
  { code, kind, title }: OfferedEdit,
): readonly string[] {
  // the value of a key after `? ` is not checked
  if (reshapesRoot(title) || code === "duplicate-key" || title === "Remove the ?") return [];
  if (code === "yaml-syntax" || code === "too-complex" || code === "unknown-key" || before.hasSyntaxErrors())
    return [];
  const errors = (document: MeetingDocument): readonly string[] =>
    document
      .findings()
      .filter((finding) => defaultSeverity[finding.code] === "error")
      .map((finding) => `${finding.code}: ${finding.message}`);
  // a comment at the first of several items leaves a finding for each of the others
  const isOfSeveral = (error: string): boolean =>
    errors(before).some((joined) => joined.startsWith(error) && joined.endsWith("have the same mistake."));
  const isUncovered = (error: string): boolean =>
    isOfSeveral(error) ||
    (code === "hidden-character" && /^(?:invalid-value|wrong-type): /.test(error)) ||
    ((code === "wrong-type" || kind === "fixAll") && error.startsWith("unknown-theme: "));
  const fresh = difference(errors(after), errors(before)).filter((error) => !isUncovered(error));
  const gone = difference(errors(before), errors(after));
  return fresh.length > gone.length ? [`brings ${fresh.join("; ")}`] : [];
}

/**
 * The finding is still there: as many say the same, on the same lines.
 */
function unfixedFindings(
  before: MeetingDocument,
  after: MeetingDocument,
  offer: OfferedEdit,
): readonly string[] {
  const { kind, code, message } = offer;
  if (kind !== "fix" && kind !== "suppress") return [];
  const alike = (one: Finding): boolean => one.code === code && one.message === message;
  const found = (document: MeetingDocument, isSuch: (one: Finding) => boolean): readonly number[] =>
    document
      .findings()
      .filter(isSuch)
      .map(({ range }) => document.lineColumnOf(range.start).line);
  const fewer = (isSuch: (one: Finding) => boolean): boolean =>
    found(after, isSuch).length < found(before, isSuch).length;
  const isOtherLine = (): boolean => difference(found(before, alike), found(after, alike)).length > 0;
  // a broken item hides what else is wrong in it, and so does one with as many findings as are listed
  const hides =
    code === "yaml-syntax" || before.blockList.blocks.some((block) => block.findings.length >= maxListed);
  // of an unknown key that is there twice, the other one is left
  const isOneOfTwo = code === "unknown-key" && fewer((one) => one.code === "duplicate-key");
  const isGone = fewer(alike) || isOneOfTwo || (hides && isOtherLine());
  return isGone ? [] : [`leaves ${code}`];
}

/** Findings of one item that are listed. */
const maxListed = 20;

/** Comments can be found only in text that parses. */
function lostComments(text: string, { kind, code, title, after }: OfferedEdit): readonly string[] {
  if (!parses(text) || !parses(after)) return [];
  const isOwn = (comment: string): boolean => /wlcg[-_ ]?note/i.test(comment);
  // a hidden character may be in a comment
  const plain = (comment: string): string =>
    code === "hidden-character"
      ? comment.replaceAll(/[\u202A-\u202E\u2066-\u2069\u200B\u2060]/g, "")
      : comment;
  const [was, is] = [commentsOf(text).map(plain), commentsOf(after).map(plain)];
  const lost = difference(was, is);
  const fresh = difference(is, was);
  // a comment between lines that become a text is part of it
  const isText = (comment: string): boolean =>
    / as notes$| the notes$/.test(title) && after.includes(comment);
  const mayLose = (comment: string): boolean =>
    isText(comment) ||
    ((code === "unused-suppression" || kind === "fixAll") && isOwn(comment)) ||
    // words such as `#42`, and lines of notes, which a fix makes text
    ((code === "lost-text" || /^#\S/.test(comment)) && after.includes(comment.slice(1)));
  const mayGain = (comment: string): boolean =>
    (/ as a comment$/.test(title) && title.includes(comment.slice(2))) ||
    (code === "lost-text" && was.includes(comment.replace("# ", "#"))) ||
    ((kind === "suppress" || code === "unused-suppression" || kind === "fixAll") && isOwn(comment));
  return [
    ...lost.filter((comment) => !mayLose(comment)).map((comment) => `loses ${comment}`),
    ...fresh.filter((comment) => !mayGain(comment)).map((comment) => `adds ${comment}`),
  ];
}

function commentsOf(text: string): readonly string[] {
  const comments: string[] = [];
  const take = (token: CST.SourceToken): void => {
    // `# why # wlcg-notes-disable-line` is two to those who read it
    if (token.type === "comment")
      comments.push(...token.source.trim().split(/\s+(?=#(?:\s|wlcg-notes-disable))/));
  };
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === "object" && value !== null) {
      if ("type" in value && "source" in value) take(value as CST.SourceToken);
      for (const inner of Object.values(value)) if (typeof inner === "object") walk(inner);
    }
  };
  for (const token of new Parser().parse(text)) walk(token);
  return comments;
}

/** Items that no edit touches have the same findings. */
function changedUntouchedItems(
  view: View,
  after: MeetingDocument,
  { kind, edits, title }: OfferedEdit,
): readonly string[] {
  const { text } = view.document;
  // the item above gets the keys of the item that has no dash any more
  if (/^Remove the dash(?:es)?$/.test(title)) return [];
  // the value of an alias is edited at its anchor
  if (kind === "fixAll" || kind === "tagAll" || text.includes("*") || view.document.hasLoneCr) return [];
  const touched = edits.map(({ range }) => ({
    start: view.positions.offsetAt(range.start),
    end: view.positions.offsetAt(range.end),
  }));
  const untouched = view.document.units().filter(({ summary, start }) => {
    // an anchor before the item is part of it
    const from = text.lastIndexOf("\n", start + summary.range.start);
    const to = start + summary.range.end;
    return kind === "format" || !touched.some((edit) => edit.start <= to && from <= edit.end);
  });
  const said = (units: readonly PlacedUnit[]): readonly string[] =>
    units.map(({ withUnit }) => withUnit(({ value }) => JSON.stringify(value)));
  const harmed = difference(said(untouched), said(after.units()));
  return harmed.map((value) => `harms ${value.slice(0, 200)}`);
}

function brokenLineEnds(text: string, { after, edits }: OfferedEdit): readonly string[] {
  const isPure = (own: string): boolean => !/\r|\n/.test(own.replaceAll("\r\n", ""));
  return text.includes("\r\n") && isPure(text) && edits.length > 0 && !isPure(after)
    ? ["mixes line ends"]
    : [];
}

/** Formatting moves white space, and nothing else. */
function changedNonBlank(before: string, after: string): readonly string[] {
  const nonBlankOf = (text: string): string => text.replaceAll(/[ \t\r\n]/g, "");
  return nonBlankOf(before) === nonBlankOf(after) ? [] : ["changes more than white space"];
}

/** Those of `all` that are more often there than among `others`. */
function difference<T>(all: readonly T[], others: readonly T[]): readonly T[] {
  const left = [...others];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
