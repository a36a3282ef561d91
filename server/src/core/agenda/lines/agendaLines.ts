/** What each line of a text is by itself: its bullet, its time, its label. */

import { isBreakTitle } from "../../text/breakTitle";
import { chairLabel, speakerLabel } from "./entryText";
import { maxAgendaLine } from "./lineLimits";
import { type LineTime, type TimedText, timeAtEnd, timeAtStart } from "./lineTime";
import type { SourceLine } from "./sourceLines";

type LabelKind = "speaker" | "chair" | "date" | "place" | "zone" | "time" | "link" | "material" | "other";

export interface AgendaLine {
  /** without bullet, marks of headings and time; empty for a blank line */
  readonly body: string;
  /** as it is in the text */
  readonly text: string;
  /** columns before the text */
  readonly indent: number;
  readonly bullet?: string;
  /** true for a heading in Markdown or a wiki, and a line that is bold as a whole */
  readonly isHeading: boolean;
  /** 1 for `# Title` and `= Title =`; 2 for a line that is bold */
  readonly level: number;
  readonly time?: LineTime;
  readonly label?: { readonly kind: LabelKind; readonly name: string; readonly value: string };
}

const bulletPattern =
  /^(?:\*{2,4}(?=\s)|[-*+•◦▪▫‣●○■□·–—§➢➤✓]|o(?=\s)|\d{1,2}[.)](?=\s)|[a-zA-Z][.)](?=\s)|\((?:\d{1,2}|[a-z])\)|[ivx]{1,4}[.)](?=\s)|(?:TOP|Item|Point|Punkt|Punto) ?\d{1,2}\s?[.:)–-]?(?=\s))\s+/;

export function agendaLines(lines: readonly SourceLine[]): readonly AgendaLine[] {
  const plain = lines.map((line) => agendaLine(line));
  const timed = plain.filter(({ time }) => time).length;
  return timed >= 2 ? plain : plain.map(withTimeAtEnd);
}

function agendaLine({ text, indent }: SourceLine): AgendaLine {
  if (text.length > maxAgendaLine) return { text, body: text, indent, isHeading: false, level: 0 };
  const { title, level } = withoutHeadingMarks(text, indent);
  const bullet = level > 0 ? undefined : bulletPattern.exec(title)?.[0];
  const content = withoutBold(bullet === undefined ? title : title.slice(bullet.length));
  const timed = timeAtStart(content) ?? breakAt(content);
  const own = {
    text,
    indent,
    isHeading: level > 0,
    level,
    ...(bullet !== undefined && { bullet: kindOf(bullet) }),
  };
  if (timed) return { ...own, body: timed.rest, time: timed.time };
  const label = labelIn(content);
  return { ...own, body: content, ...(label && { label }) };
}

/** `12-13 lunch break`: hours alone, before a break */
function breakAt(content: string): TimedText | undefined {
  const [, from = "", until = "", title = ""] =
    /^(\d{1,2}) ?[-–] ?(\d{1,2}) (\D.{1,60})$/.exec(content) ?? [];
  const isBreak =
    Number(from) >= 7 && Number(until) > Number(from) && Number(until) < 24 && isBreakTitle(title);
  const timed = isBreak ? timeAtStart(`${from}:00 - ${until}:00`) : undefined;
  return timed && { ...timed, rest: title };
}

/** The same for `1.` and `2.`, and for `a)` and `b)` */
function kindOf(bullet: string): string {
  return bullet
    .trim()
    .replace(/\d+/, "1")
    .replace(/[a-z]+/i, "a");
}

function withTimeAtEnd(line: AgendaLine): AgendaLine {
  if (line.bullet === undefined || line.label) return line;
  const timed = timeAtEnd(line.body);
  return timed ? { ...line, body: timed.rest, time: timed.time } : line;
}

function withoutHeadingMarks(
  text: string,
  indent: number,
): { readonly title: string; readonly level: number } {
  // bounded: 500 characters (maxAgendaLine)
  const [, marks, title] = /^(#{1,6})\s+(\S.*?)\s*#*$/.exec(text) ?? [];
  if (marks !== undefined && title !== undefined && indent < 4) return { title, level: marks.length };
  // bounded: 500 characters (maxAgendaLine)
  const [, wiki, words] = /^(={1,6})\s*([^=\s].*?)\s*={1,6}$/.exec(text) ?? [];
  if (wiki !== undefined && words !== undefined) return { title: words, level: wiki.length };
  const [, bold] = /^(?:\*\*|__)([^*_]+)(?:\*\*|__):?$/.exec(text) ?? [];
  if (bold !== undefined) return { title: bold, level: 2 };
  return { title: text, level: 0 };
}

/** Without the marks of bold text in Markdown. */
function withoutBold(text: string): string {
  const plain = text
    .replaceAll(/(?<!\*)\*\*(?![*\s])([^*]+)\*\*(?!\*)/g, "$1")
    .replaceAll(/(?<![\w_])__(?![_\s])([^_]+)__(?![\w_])/g, "$1");
  return plain.replace(/^\*([^*\s][^*]*)\*(?:\s:[a-z_+-]{2,30}:)*$/, "$1").trim();
}

const kinds: readonly (readonly [LabelKind, RegExp])[] = [
  ["chair", chairLabel],
  ["speaker", speakerLabel],
  ["date", /^(?:dates?|datum|data|fecha|when|wann|quand|quando|day)$/i],
  ["time", /^(?:time|times|zeit|uhrzeit|heure|horaire|ora|orario|hora|duration)$/i],
  ["zone", /^(?:time ?zone|zeitzone|fuseau horaire|fuso orario)$/i],
  [
    "place",
    /^(?:place|where|room|location|venue|lieu|salle|où|ort|raum|wo|luogo|sala|aula|dove|lugar|in person)$/i,
  ],
  [
    "material",
    /^(?:slides?|material|paper|folien|transparents|presentation|diapos|diapositive|recording|video|files?|document|doc)$/i,
  ],
  [
    "link",
    /^(?:zoom|zoom link|zoom url|join|join zoom meeting|join url|url|link|vidyo|webex|teams|meet|google meet|video ?conference|visio|vc|connection|connect|indico|indico page|agenda|agenda page|event|page|web ?page|live notes|notes|minutes|meeting notes|codimd|hackmd|google doc|mattermost|registration|remote|online|dial-in|bbb|einwahl|meeting link|connexion|collegamento|enlace|more info|website|details)$/i,
  ],
];

function labelIn(content: string): AgendaLine["label"] {
  const [, name = "", value = ""] = /^([\p{L}][\p{L} /()-]{0,28}?)\s?:\s*(\S.*)$/u.exec(content) ?? [];
  const plain = name.replace(/\s?\([^()]*\)$/, "").trim();
  const [kind] = kinds.find(([, pattern]) => pattern.test(plain)) ?? [];
  if (kind === undefined || value === "") return undefined;
  const isLink = kind === "link" || (kind === "material" && plain !== "");
  if (isLink && !/https?:\/\//.test(value)) return undefined;
  return { kind, name: plain, value };
}
