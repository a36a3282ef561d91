/** The words of keys that the format does not have: the notes publish them, as they may not be reported. */
import type { BlockDocument } from "../../document/blockDocument";
import type { UnknownKeys } from "../../document/itemActions";
import { rootEntries } from "../../rules/root/rootEntries";
import { rootKeyLines } from "../../rules/root/rootKeyLines";
import { isExtensionKey, keysAt } from "../../schema/schema";
import { withoutLineComments } from "../../text/comments";
import { printableLines } from "../../text/displayText";
import { labelledMarkdown } from "../../text/labelledMarkdown";
import { singleLineLabel } from "../../text/singleLineLabel";
import { withoutComments } from "./htmlComments";

/** The text with the words of each key in a separate paragraph; undefined without any text. */
export function withUnknownKeys(text: string | undefined, keys: UnknownKeys): string | undefined {
  return withParagraphs(
    text,
    keys.map(([name, value]) => labelledMarkdown(name, value)),
  );
}

/** The context of a meeting with the words of the unknown keys at the root of its file. */
export function withUnknownRootKeys(
  context: string | undefined,
  document: BlockDocument,
): string | undefined {
  const known = keysAt([]);
  const unknown = rootEntries(document).filter(
    ({ name, block }) => block.isValidYaml && !known.includes(name) && !isExtensionKey(name),
  );
  return withParagraphs(
    context,
    unknown.map((entry) => rootKeyLines(entry, document) ?? []),
  );
}

/** `Ask (priority: high)` */
export function withUnknownDetails(text: string, keys: UnknownKeys): string {
  const details = keys.flatMap(([name, value]) => {
    const lines = labelledMarkdown(name, value).map((line) => line.replace(/^ *- /, ""));
    // the label as written
    const words = withoutLineComments(name + lines.join(" ").slice(name.length));
    return lines.length === 0 ? [] : [singleLineLabel(words)];
  });
  return details.length === 0 ? text : `${text} (${details.join("; ")})`;
}

function withParagraphs(
  text: string | undefined,
  paragraphs: readonly (readonly string[])[],
): string | undefined {
  const added = paragraphs
    .filter((lines) => lines.length > 0)
    .flatMap((lines) => withoutComments(printableLines(lines.join("\n"))) ?? []);
  return added.length === 0 ? text : [...(text === undefined ? [] : [text]), ...added].join("\n\n");
}
