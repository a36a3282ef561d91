import type { DocumentLink } from "vscode-languageserver-types";
import { toLspRange, type View } from "./view";

/** An address as it stands in prose; the punctuation of Chinese and Japanese ends it as a space does. */
const address = /https?:\/\/[^\s<>"'`\\^{}|\u3000-\u303F\uFF00-\uFFEF]+/g;

/** Every http or https address in the file, without the punctuation that ends its sentence. */
export function documentLinks(view: View): DocumentLink[] {
  return [...view.document.text.matchAll(address)].flatMap(({ 0: found, index }) => {
    const target = trimmed(found);
    const range = toLspRange(view, { start: index, end: index + target.length });
    return /^https?:\/\/$/.test(target) ? [] : [{ range, target }];
  });
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
