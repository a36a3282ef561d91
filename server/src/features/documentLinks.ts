import type { DocumentLink } from "vscode-languageserver-types";
import type { KeptBlock } from "../core/keptBlock";
import { AtLine } from "./atLine";
import { blockRange } from "./blockRange";
import type { View } from "./view";

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
  let target = found;
  while (/[.,;:!?*_\]]$/.test(target) || (target.endsWith(")") && !isBalanced(target)))
    target = target.slice(0, -1);
  return target;
}

function isBalanced(target: string): boolean {
  return target.split("(").length >= target.split(")").length;
}
