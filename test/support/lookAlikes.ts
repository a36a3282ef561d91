/** Writes look-alike characters into the structure of a meeting, and replaces them by the preferred fixes. */
import type { MeetingDocument } from "../../server/src/core/analysis/meetingDocument";
import { EditGuard } from "../../server/src/core/editGuard/editGuard";
import { applyEdits } from "../../server/src/core/text/range";
import { readMeeting } from "./meeting";

/** A meeting with all kinds of values; its texts contain characters that look like those of YAML. */
export const meetingWithTexts = `meeting:
  title: Réunion «\u00a0d’été\u00a0»
  date: 2019-12-10
  timezone: "Europe/Zurich"
  chairs:
    - A. Forti
    - Zoë O’Neill
  context: |
    Words – and more\u00a0: x
    • one
contributions:
  - title: A – B • C
    speakers: [A. Forti, "B. Two"]
    themes: none
    start: "09:30"
    duration: 20
    notes: |
      First “line”

      - second\u00a0: x
        • third
    actions:
      - text: Ask
        owner: A. Forti
        due: 2020-01-10
      - {text: Tell, owner: B. Two}
  - title: "Rucio: next"
    themes: [security, storage-integration]
    url: https://indico.cern.ch/event/1/
  - {title: Coffee, themes: none}
surveys:
  - question: Which one?
    themes: none
    answers:
      - answer: Kubernetes
        count: 5
      - answer: Nomad
        count: 4
discussion:
  - topic: Plans
    themes:
      - security
    decisions:
      - Go on
      - Stop
`;

/** @returns the next of a sequence of pseudorandom numbers, from 0 to 1 */
type Random = () => number;

/** A generator (mulberry32) that gives the same numbers for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const spaces = ["\u00a0", "\u202f", "\u2007", "\u2009"];
const dashes = ["–", "—", "−", "•", "▪", "*", "\u2010"];

function pick(values: readonly string[], random: Random): string {
  return values[Math.floor(random() * values.length)] ?? "";
}

/** Replaces characters of the structure of `meetingWithTexts` at random. */
export function withLookAlikes(text: string, random: Random, share: number): string {
  const isChosen = () => random() < share;
  const foreign = (blanks: string) => blanks.replaceAll(/ /g, () => pick(spaces, random));
  let textIndent = Number.POSITIVE_INFINITY;
  const lines = text.split("\n").map((line) => {
    const indent = line.length - line.trimStart().length;
    if (line.trim() === "") return line;
    if (indent >= textIndent)
      return isChosen() ? foreign(line.slice(0, textIndent)) + line.slice(textIndent) : line;
    textIndent = line.endsWith("|") ? indent + 2 : Number.POSITIVE_INFINITY;
    return line.replace(/^( *)((?:- )?)((?:[a-z]+:)?)( ?)(.*)$/, (_, lead, dash, key, gap, value) =>
      [
        isChosen() ? foreign(lead) : lead,
        dash !== "" && isChosen() ? pick(dashes, random) + pick([" ", ...spaces], random) : dash,
        key !== "" && isChosen() ? withForeignColon(key, random) : key,
        key !== "" && isChosen() ? foreign(gap) : gap,
        isChosen() ? value.replace(/^"([^"]*)"$/, "“$1”") : value,
      ].join(""),
    );
  });
  return lines.join("\n");
}

function withForeignColon(key: string, random: Random): string {
  const name = key.slice(0, -1);
  return pick(
    [`${name}：`, `${name}\u00a0:`, `\ufeff${key}`, `${name.slice(0, 1)}\u00ad${key.slice(1)}`],
    random,
  );
}

/** Applies the preferred fixes of look-alike characters until there is none; at most `maxRounds` of them. */
export function withoutLookAlikes(text: string, maxRounds: number): string {
  let document = readMeeting(text);
  for (let round = 0; round < maxRounds; round++) {
    const after = afterFirstFix(document);
    if (after === undefined) break;
    document = readMeeting(after);
  }
  return document.text;
}

function afterFirstFix(document: MeetingDocument): string | undefined {
  const finding = document.findings().find(({ code }) => code === "look-alike-character");
  const fix = finding && new EditGuard(document).fixesOf(finding).find(({ preferred }) => preferred);
  return fix && applyEdits(document.text, fix.edits);
}
