/** What happens to a file's text on its way: incomplete, spliced, cut off, doubled, decoded wrongly. */
import fc from "fast-check";
import { meeting } from "./meetings";

/** A place in a text of any length: a share of it, from 0 to 1. */
const relativePosition = fc.integer({ min: 0, max: 1000 }).map((share) => share / 1000);

const strayFragments = [
  ..."[]{}\"':#-,|>&*!?%@`~",
  ...[
    "- ",
    ": ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\0",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\ud800",
    "\udc00",
    "\ufffd",
    "  ",
  ],
  ...[
    "---\n",
    "...\n",
    "&a ",
    "*a",
    "<<: *a\n",
    "|\n",
    ">-\n",
    "__proto__: x\n",
    "contributions:\n",
    "\n  - title: x\n",
  ],
  ...[
    "# wlcg-notes-disable-item\n",
    "themes: [",
    "title: a: b\n",
    "\n\t",
    "\n- ",
    "<<<<<<< HEAD\n",
    "🙂",
    "\u0085",
    "\u2028",
  ],
];

type Damage = (text: string) => string;

const damage: fc.Arbitrary<Damage> = fc.oneof(
  // incomplete: the end of a line is missing
  relativePosition.map(
    (at): Damage =>
      (text) => {
        const from = offset(text, at);
        const end = text.indexOf("\n", from);
        return text.slice(0, from) + (end < 0 ? "" : text.slice(end));
      },
  ),
  fc.tuple(relativePosition, fc.constantFrom(...strayFragments)).map(
    ([at, stray]): Damage =>
      (text) => {
        const from = offset(text, at);
        return text.slice(0, from) + stray + text.slice(from);
      },
  ),
  fc.tuple(relativePosition, fc.nat(30)).map(
    ([at, count]): Damage =>
      (text) => {
        const from = offset(text, at);
        return text.slice(0, from) + text.slice(from + count);
      },
  ),
  // spliced: a part of it is repeated at another place
  fc.tuple(relativePosition, relativePosition, relativePosition).map(
    ([from, to, at]): Damage =>
      (text) => {
        const [start = 0, end = 0] = [offset(text, from), offset(text, to)].sort((a, b) => a - b);
        return text.slice(0, offset(text, at)) + text.slice(start, end) + text.slice(offset(text, at));
      },
  ),
  relativePosition.map(
    (at): Damage =>
      (text) =>
        text.slice(0, offset(text, at)),
  ),
  // a line is repeated
  relativePosition.map(
    (at): Damage =>
      (text) => {
        const start = text.lastIndexOf("\n", offset(text, at)) + 1;
        const end = text.indexOf("\n", start) + 1 || text.length;
        return text.slice(0, end) + text.slice(start, end) + text.slice(end);
      },
  ),
  // a line has another indentation than its neighbours
  fc.tuple(relativePosition, fc.constantFrom(" ", "  ", "\t", "    \t")).map(
    ([at, lead]): Damage =>
      (text) => {
        const start = text.lastIndexOf("\n", offset(text, at)) + 1;
        return text.slice(0, start) + lead + text.slice(start);
      },
  ),
  relativePosition.map(
    (at): Damage =>
      (text) => {
        const start = text.lastIndexOf("\n", offset(text, at)) + 1;
        return text.slice(0, start) + text.slice(start).replace(/^[ \t]+/, "");
      },
  ),
  fc.constantFrom<Damage>(
    (text) => Buffer.from(text, "utf8").toString("latin1"),
    (text) => Buffer.from(text, "latin1").toString("utf8"),
    (text) => Buffer.from(text, "utf16le").toString("utf8"),
    (text) => Buffer.from(text.slice(0, 2000), "utf8").toString("utf16le"),
    (text) => text.replaceAll("  ", "\t"),
    (text) => text.replaceAll("\n", "\r"),
    (text) => text.replace("\n", "\r\n"),
    (text) => text.replaceAll("\n", " "),
    (text) => `${text}${text}`,
    (text) => `  ${text.replaceAll("\n", "\n  ")}`,
  ),
);

function offset(text: string, share: number): number {
  return Math.floor(text.length * share);
}

function damagedText(whole: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(whole, fc.array(damage, { minLength: 1, maxLength: 3 }))
    .map(([text, all]) => all.reduce((current, one) => one(current), text).slice(0, maxDamagedLength));
}

/** UTF-16 units; a text of ordinary size. */
const maxDamagedLength = 20_000;

/** A file as an editor may have it at any moment: half of them are still valid. */
export const anyFile: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: meeting },
  { weight: 5, arbitrary: damagedText(meeting) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 300 }) },
);
