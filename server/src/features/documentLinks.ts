import type { DocumentLink } from "vscode-languageserver-types";
import type { Block } from "../core/document/block";
import { blockRange } from "./shared/blockRange";
import { PerLineCache } from "./shared/perLineCache";
import type { View } from "./shared/view";

/** An address in prose; the punctuation of Chinese and Japanese ends it as a space does. */
const addressPattern = /https?:\/\/[^\s<>"'`\\^{}|\u3000-\u303F\uFF00-\uFFEF]+/g;

/** Every http or https address in the file, without the punctuation that ends its sentence. */
export function documentLinks({ document }: View): DocumentLink[] {
  return document.blockList.blocks.flatMap((block, index) => linksAt(block, document.lineOfBlock(index)));
}

/** The links of a block that starts at a 0-based line. */
export function linksAt(block: Block, line: number): readonly DocumentLink[] {
  return block.cached(linksIn).at(line);
}

function linksIn(block: Block): PerLineCache<readonly DocumentLink[]> {
  const links = [...block.text.matchAll(addressPattern)].flatMap(({ 0: address, index }) => {
    const target = withoutPunctuation(address);
    return /^https?:\/\/$/.test(target) ? [] : [{ start: index, end: index + target.length, target }];
  });
  return new PerLineCache((line) =>
    links.map(({ target, ...range }) => ({ range: blockRange(block, range, line), target })),
  );
}

/** `(see https://a.ch/x).` links to `https://a.ch/x`. */
function withoutPunctuation(address: string): string {
  let unmatchedParentheses = countOf(")", address) - countOf("(", address);
  let end = address.length;
  for (; end > 0; end--) {
    const lastCharacter = address[end - 1] ?? "";
    if (lastCharacter === ")" && unmatchedParentheses > 0) unmatchedParentheses--;
    else if (!".,;:!?*_]".includes(lastCharacter)) break;
  }
  return address.slice(0, end);
}

function countOf(char: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) count++;
  return count;
}
