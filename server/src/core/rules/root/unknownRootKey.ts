import type { BlockDocument } from "../../document/blockDocument";
import type { Finding, Fix } from "../../findings/finding";
import { keysAt } from "../../schema/schema";
import { unitKeys } from "../../schema/unitKeys";
import { messageText } from "../../text/displayText";
import type { Range } from "../../text/range";
import { quotedList } from "../shared/schemaLocation";
import { moveToContextFix } from "./moveToContext";
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
  const hint =
    corrections[0] === undefined
      ? `Expected one of ${quotedList(keysAt([]))}.`
      : `Did you mean \`${corrections[0]}\`?`;
  return {
    code: "unknown-key",
    range,
    message: `\`${messageText(name, 40)}\` is not a key of the file. ${hint}`,
    fixes: () => fixesFor(entry, corrections, document),
  };
}

function fixesFor(entry: RootEntry, corrections: readonly string[], document: BlockDocument): readonly Fix[] {
  if (corrections.length > 0) return corrections.map((key, rank) => renameFix(key, entry.range, rank === 0));
  const move = moveToContextFix(entry, document);
  const isForMeeting = !unitKeys.has(entry.name) || meetingKeys.includes(entry.name);
  return move ? [{ ...move, preferred: isForMeeting }] : [];
}

/** Keys of items that people also write for the meeting as a whole; others are at the wrong column. */
const meetingKeys: readonly string[] = ["actions", "decisions", "notes"];

function renameFix(key: string, range: Range, preferred: boolean): Fix {
  return { title: `Replace with \`${key}\``, edits: [{ ...range, text: key }], preferred };
}
