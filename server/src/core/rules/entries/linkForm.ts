import { isMap } from "yaml";
import { readLink, titleOfAddress } from "../../text/linkText";
import { type KeyedValue, type Node, pairsOf, stringOf } from "../../yaml/nodes";
import { quote, quoteIfNeeded } from "../../yaml/scalars";
import { isKeyOrCorrection } from "../keys/keyCorrections";
import { allOf, type EntryForm, type ListEntry } from "./entryForm";

/** The path of a link; the keys are the same in all lists of links. */
const linkPath = ["meeting", "links", 0] as const;

/** `https://…`, `Slides: https://…` and `[Slides](https://…)` as links with keys */
export const links: EntryForm = {
  message: "A link must have the keys `title` and `url`, for example `{title: Slides, url: https://…}`.",
  title: "Write it with `title` and `url`",
  isEntry: (node, { vocabulary }) =>
    isMap(node) && pairsOf(node).some(({ name }) => isKeyOrCorrection(name, node, linkPath, vocabulary)),
  fromPairs: (pairs) => allOf(pairs.map(linkFromPair)),
  fromEntry: (node) => linkFromText(node),
  fromText: (node, { text }) => {
    const [entry] = linkFromText(node) ?? [];
    const { range = [0, 0] } = node;
    const isPlain = entry && !text.slice(range?.[0], range?.[1]).includes("\n");
    return isPlain ? [{ start: range?.[0] ?? 0, end: range?.[1] ?? 0, text: `[${entry.flow}]` }] : undefined;
  },
};

/** The source of a link. @param title empty for one that follows from the address */
export function linkSource(title: string, url: string): string {
  const address = /[,[\]{}"'\\#]|:$/.test(url) ? quote(url) : url;
  return `{title: ${quoteIfNeeded(title || titleOfAddress(url))}, url: ${address}}`;
}

/** `Slides: https://…` */
function linkFromPair({ name, value }: KeyedValue): ListEntry | undefined {
  const link = readLink(stringOf(value) ?? "");
  return link && { flow: linkSource(name, link.url) };
}

function linkFromText(node: Node): readonly ListEntry[] | undefined {
  const link = readLink(stringOf(node) ?? "");
  return link && [{ flow: linkSource(link.title, link.url) }];
}
