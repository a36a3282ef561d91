/** A text instead of the list of themes: `themes: Storage integration`, `themes: see notes`. */
import type { Finding, Fix } from "../../findings/finding";
import { messageText } from "../../text/displayText";
import { isPlaceholder } from "../../text/placeholderWord";
import { replaceValue } from "../../yaml/edits";
import { type Node, stringOf } from "../../yaml/nodes";
import type { RuleContext } from "../shared/rule";
import { themeListFixes, themesOfText } from "../values/themeListFixes";

/** UTF-16 units; a longer text is prose. */
const maxThemesText = 200;

/**
 * @returns the message and fixes for a text whose parts are not ids of themes; undefined for a text that only lacks its
 *   brackets, and for `n/a`
 */
export function themeTextFinding(
  node: Node,
  { text, vocabulary }: RuleContext,
): Pick<Finding, "message" | "fixes"> | undefined {
  const written = stringOf(node)?.trim() ?? "";
  if (written === "" || written.length > maxThemesText || isPlaceholder(written)) return undefined;
  const parts = themesOfText(written, vocabulary);
  if (parts.every((part) => part.ref === part.written)) return undefined;
  const unknown = parts.find(({ ref }) => ref === undefined);
  if (unknown)
    return {
      message: `\`${messageText(unknown.written)}\` is not a theme: \`themes\` must be a list of themes such as \`[security]\`, or \`none\`.`,
      fixes: () => [noneFix(node, text)],
    };
  const list = `[${[...new Set(parts.map(({ ref }) => ref))].join(", ")}]`;
  return {
    message: `\`themes\` must be a list of themes, such as \`${list}\`, or \`none\`.`,
    fixes: () => themeListFixes(node, written, text, vocabulary),
  };
}

function noneFix(node: Node, text: string): Fix {
  return { title: "Write `themes: none`", edits: [replaceValue(text, node, "none")] };
}
