import type { Vocabulary } from "../catalogue/vocabulary";
import type { Finding, Fix } from "../findings/finding";
import { keysAt } from "../schema/schema";
import { messageText } from "../text/displayText";
import type { Range } from "../text/range";
import type { RootEntry } from "./rootEntries";
import { quotedList } from "./schemaLocation";

/**
 * `unknown-key` at the root
 * @param unusedKeys the root keys of the format that the file does not have
 */
export function unknownRootKey(
  { name, range }: RootEntry,
  unusedKeys: readonly string[],
  vocabulary: Vocabulary,
): Finding {
  const near = vocabulary.nearest(name, unusedKeys);
  const hint = near[0] ? `Did you mean \`${near[0]}\`?` : `Expected one of ${quotedList(keysAt([]))}.`;
  return {
    code: "unknown-key",
    range,
    message: `\`${messageText(name, 40)}\` is not a key of the file. ${hint}`,
    fixes: () => near.map((key, rank) => renameFix(key, range, rank === 0)),
  };
}

function renameFix(key: string, range: Range, preferred: boolean): Fix {
  return { title: `Replace with \`${key}\``, edits: [{ ...range, text: key }], preferred };
}
