import type { BlockDocument } from "../../document/blockDocument";
import type { Finding, Fix } from "../../findings/finding";
import { keysAt } from "../../schema/schema";
import { unitKeys } from "../../schema/unitKeys";
import { messageText } from "../../text/displayText";
import type { Range } from "../../text/range";
import { isBreakList, meetingKeyCalled } from "../keys/meetingKey";
import { quotedList } from "../shared/schemaLocation";
import { moveBreaksFixes } from "./moveBreaks";
import { moveToContextFix } from "./moveToContext";
import { moveToMeetingFixes } from "./moveToMeeting";
import type { RootEntry } from "./rootEntries";

/**
 * `unknown-key` at the root
 * @param corrections the root keys that may be meant, best first
 */
export function unknownRootKey(
  entry: RootEntry,
  corrections: readonly string[],
  document: BlockDocument,
): Finding {
  const { name, range } = entry;
  const hint = corrections[0] === undefined ? placeHint(name) : `Did you mean \`${corrections[0]}\`?`;
  return {
    code: "unknown-key",
    range,
    message: `\`${messageText(name, 40)}\` is not a key of the file. ${hint}`,
    fixes: () => fixesFor(entry, corrections, document),
  };
}

/** Where a key belongs that is like no root key. */
function placeHint(name: string): string {
  const key = meetingKeyCalled(name);
  if (key !== undefined) return `Did you mean \`${key}\` of the meeting?`;
  return isBreakList(name)
    ? "Breaks must be entries of `contributions`, such as `- break: Coffee`."
    : `Expected one of ${quotedList(keysAt([]))}.`;
}

function fixesFor(entry: RootEntry, corrections: readonly string[], document: BlockDocument): readonly Fix[] {
  if (corrections.length > 0) return corrections.map((key, rank) => renameFix(key, entry.range, rank === 0));
  const moves = [...moveToMeetingFixes(entry, document), ...moveBreaksFixes(entry, document)];
  if (moves.length > 0) return moves;
  const move = moveToContextFix(entry, document);
  const isForMeeting = !unitKeys.has(entry.name) || meetingKeys.includes(entry.name);
  return move ? [{ ...move, preferred: isForMeeting }] : [];
}

/** Keys of items that people also write for the meeting as a whole; others are at the wrong column. */
const meetingKeys: readonly string[] = ["actions", "decisions", "notes"];

function renameFix(key: string, range: Range, preferred: boolean): Fix {
  return { title: `Replace with \`${key}\``, edits: [{ ...range, text: key }], preferred };
}
