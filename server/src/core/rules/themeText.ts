/** A text instead of the list of themes: `themes: Storage integration`, `themes: see notes`. */
import type { Finding, Fix } from "../findings/finding";
import { messageText } from "../text/displayText";
import { isPlaceholder } from "../text/placeholderWord";
import { replaceValue } from "../yaml/edits";
import { type Node, stringOf } from "../yaml/nodes";
import type { RuleContext } from "./rule";

/** UTF-16 units; a longer text is prose. */
const maxThemesText = 200;

/**
 * @returns the message and fixes for a text whose parts are not ids of themes; undefined for a text that only lacks its
 *   brackets, and for `n/a`
 */
export function themeTextFinding(
  node: Node,
  context: RuleContext,
): Pick<Finding, "message" | "fixes"> | undefined {
  const text = stringOf(node)?.trim() ?? "";
  if (text === "" || text.length > maxThemesText || isPlaceholder(text)) return undefined;
  const { vocabulary } = context;
  const parts = [...new Set(exactRef(text, context) === undefined ? splitParts(text) : [text])];
  if (parts.every((part) => vocabulary.resolve(part) !== undefined)) return undefined;
  const refs = parts.map((part) => vocabulary.resolve(part)?.ref ?? vocabulary.correctionsFor(part)[0]?.ref);
  const unknown = parts.find((_, at) => refs[at] === undefined);
  if (unknown !== undefined)
    return {
      message: `\`${messageText(unknown)}\` is not a theme: \`themes\` must be a list of themes such as \`[security]\`, or \`none\`.`,
      fixes: () => [listFix("none", node, context)],
    };
  const list = `[${[...new Set(refs)].join(", ")}]`;
  return {
    message: `\`themes\` must be a list of themes, such as \`${list}\`, or \`none\`.`,
    fixes: () => [{ ...listFix(list, node, context), preferred: true }],
  };
}

function splitParts(text: string): readonly string[] {
  return text
    .split(/[,;&]|\sand\s/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function exactRef(text: string, { vocabulary }: RuleContext): string | undefined {
  return vocabulary.correctionsFor(text).find(({ match }) => match === "exact")?.ref;
}

function listFix(value: string, node: Node, { text }: RuleContext): Fix {
  return { title: `Write \`themes: ${value}\``, edits: [replaceValue(text, node, value)] };
}
