import type { DocumentLink } from "vscode-languageserver-types";
import type { KeptBlock } from "../core/document/block";
import { AtLine } from "./shared/atLine";
import { blockRange } from "./shared/blockRange";
import type { View } from "./shared/view";

/** An address as it stands in prose; the punctuation of Chinese and Japanese ends it as a space does. */
const address = /https?:\/\/[^\s<>"'`\\^{}|\u3000-\u303F\uFF00-\uFFEF]+/g;

/** Every http or https address in the file, without the punctuation that ends its sentence. */
export function documentLinks({ document }: View): DocumentLink[] {
  return document.list.kept.flatMap((block, index) => linksAt(block, document.lineOf(index)));
}

/** The links of a block that starts at a 0-based line. */
export function linksAt(block: KeptBlock, line: number): readonly DocumentLink[] {
  return block.derive(linksIn).at(line);
}

function linksIn(block: KeptBlock): AtLine<readonly DocumentLink[]> {
  const found = [...block.text.matchAll(address)].flatMap(({ 0: found, index }) => {
    const target = trimmed(found);
    return /^https?:\/\/$/.test(target) ? [] : [{ start: index, end: index + target.length, target }];
  });
  return new AtLine((line) =>
    found.map(({ target, ...range }) => ({ range: blockRange(block, range, line), target })),
  );
}

/** `(see https://a.ch/x).` links to `https://a.ch/x`. */
function trimmed(found: string): string {
  let surplus = countOf(")", found) - countOf("(", found);
  let end = found.length;
  for (; end > 0; end--) {
    const last = found[end - 1] ?? "";
    if (last === ")" && surplus > 0) surplus--;
    else if (!".,;:!?*_]".includes(last)) break;
  }
  return found.slice(0, end);
}

function countOf(char: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) count++;
  return count;
}
