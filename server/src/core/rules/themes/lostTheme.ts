import { isScalar, isSeq } from "yaml";
import type { Vocabulary } from "../../catalogue/vocabulary";
import type { Unit } from "../../document/parseBlock";
import type { Finding } from "../../findings/finding";
import { messageText } from "../../text/displayText";
import type { Range } from "../../text/range";
import { entriesOf, isEmpty, type Node, pairOf } from "../../yaml/nodes";
import { tailOf } from "../../yaml/textTail";
import type { RuleContext } from "../shared/rule";
import { anchorInText } from "../values/lostAnchor";

/** `lost-text` for `themes: #security` and `- #security`, if the catalogue has the theme. */
export function lostTheme(unit: Unit, { text, vocabulary }: RuleContext): readonly Finding[] {
  const themes = pairOf(unit.node, "themes")?.value;
  if (!themes) return [];
  const nodes = isSeq(themes) ? entriesOf(themes) : [themes];
  return nodes.flatMap((node): readonly Finding[] => {
    const tail = themeAfterHash(node, text, vocabulary);
    if (!tail) return [];
    const ref = text.slice(tail.start + 1, tail.end);
    const written = isSeq(themes) ? ref : `[${ref}]`;
    return [
      {
        code: "lost-text",
        range: tail,
        message: `\`#${messageText(ref)}\` is a comment: write \`${messageText(ref)}\`.`,
        fixes: () => [
          { title: `Write \`${messageText(ref)}\``, edits: [{ ...tail, text: written }], preferred: true },
        ],
      },
    ];
  });
}

/** True for `#42` and `&Co` instead of a value. */
export function isLostText(node: Node | null, text: string): boolean {
  return (emptyWithTail(node, text) ?? anchorInText(node, text)) !== undefined;
}

/** The `#security` instead of a value, if there is such a theme. */
export function themeAfterHash(node: Node | null, text: string, vocabulary: Vocabulary): Range | undefined {
  const tail = emptyWithTail(node, text);
  return tail && vocabulary.resolve(text.slice(tail.start + 1, tail.end)) ? tail : undefined;
}

/** The `#word` instead of a value. */
export function emptyWithTail(node: Node | null, text: string): Range | undefined {
  return node && isScalar(node) && isEmpty(node) && node.source === "" ? tailOf(node, text) : undefined;
}
