/** The fixes that move an unknown root key to the meeting: `Present: A. Forti` as its `attendees`. */
import { isMap, isScalar, isSeq } from "yaml";
import type { BlockDocument, PlacedUnit } from "../../document/blockDocument";
import type { Fix } from "../../findings/finding";
import { schemaPathOf } from "../../schema/itemKinds";
import { isPeopleKey } from "../../schema/keyKinds";
import { keysAt } from "../../schema/schema";
import { messageText } from "../../text/displayText";
import { type Edit, lineEndOf, shiftRange, trimmedEnd } from "../../text/range";
import { readNames } from "../../text/readNames";
import { addKey, columnOf, pairStart } from "../../yaml/edits";
import { pairOf, pairsOf, rangeOf, stringOf } from "../../yaml/nodes";
import { quoteIfNeeded } from "../../yaml/scalars";
import { meetingKeyCalled } from "../keys/meetingKey";
import type { RootEntry } from "./rootEntries";
import { rootKeyRange } from "./rootKeyLines";

/** A value for a key of the meeting, as source. */
interface Reading {
  readonly source: string;
  /** what sets it apart from another reading; empty if it is the only one */
  readonly title: string;
}

/** @returns one fix for each reading of the value; none if the meeting has the key, and for values of other forms */
export function moveToMeetingFixes(entry: RootEntry, document: BlockDocument): readonly Fix[] {
  const head = document.head();
  const key = meetingKeyCalled(entry.name);
  if (!head || key === undefined || entry.block.entries.length > 1) return [];
  const { end, ...removed } = rootKeyRange(entry, document);
  const readings = readingsOf(entry, key, document.slice(removed.start, end));
  return readings.flatMap(({ source, title }): readonly Fix[] => {
    const edit = addToHead(head, key, source);
    const name = `Move it to the meeting as \`${key}\``;
    return edit
      ? [
          {
            title: title === "" ? name : `${name}: ${title}`,
            edits: [edit, { ...removed, end, text: "" }],
            preferred: readings.length === 1,
          },
        ]
      : [];
  });
}

/** @param source of the key with all that is below it */
function readingsOf({ entry, block }: RootEntry, key: string, source: string): readonly Reading[] {
  const { value } = entry;
  const [firstLine = "", ...lines] = source.slice(0, trimmedEnd(source, source.length)).split(/\r?\n/);
  const keyLength = rangeOf(entry.key).end;
  if (lines.length > 0) {
    const isList = isPeopleKey(key) && /^[ \t]*:[ \t]*(?:#.*)?$/.test(firstLine.slice(keyLength));
    const below = isList ? listLines(lines) : undefined;
    const comment = firstLine.slice(keyLength).replace(/^[ \t]*:[ \t]*/, "");
    return below ? [{ source: [comment, ...below].join("\n"), title: "" }] : [];
  }
  if (!value || value.anchor !== undefined) return [];
  const { start, end } = rangeOf(value);
  const written = stringOf(value)?.trim() ?? "";
  const rest = block.text.slice(end, trimmedEnd(block.text, block.text.length));
  if (isSeq(value) && value.flow && isPeopleKey(key))
    return [{ source: block.text.slice(start, end) + rest, title: "" }];
  if (!isScalar(value) || written === "") return [];
  if (!isPeopleKey(key)) return [{ source: block.text.slice(start, end) + rest, title: "" }];
  const lists = readNames(written).map((names) => `[${names.map(quoteIfNeeded).join(", ")}]`);
  return lists.map((list) => ({ source: list + rest, title: lists.length > 1 ? messageText(list) : "" }));
}

/** The lines of a list without their common indentation; undefined for lines of another form. */
function listLines(lines: readonly string[]): readonly string[] | undefined {
  const indent = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  const dedented = lines.map((line) => line.slice(indent).trimEnd());
  const isList = dedented.every((line) => line === "" || /^(?:-[ \t]|[ #])/.test(line));
  return isList && !lines.some((line) => /^ *\t/.test(line)) ? dedented : undefined;
}

/** @param source lines below the first one are without indentation */
function addToHead(head: PlacedUnit, key: string, source: string): Edit | undefined {
  return head.withUnit(({ node }) => {
    const [first] = pairsOf(node);
    if (!isMap(node) || node.flow || !first || pairOf(node, key)) return undefined;
    const { text } = head.block;
    const keys = keysAt(schemaPathOf("meeting"));
    const indent = " ".repeat(columnOf(text, pairStart(text, first)) + 2);
    const [line = "", ...lines] = source.split("\n");
    const value = [line, ...lines.map((below) => (below === "" ? "" : indent + below))].join(lineEndOf(text));
    const edit = addKey(text, node, key, value, keys.slice(0, keys.indexOf(key)));
    return { ...shiftRange(edit, head.start), text: edit.text.replace(/: (?=\r?\n)/, ":") };
  });
}
