import type { DocumentLink } from "vscode-languageserver-types";
import { toLspRange, type View } from "./view";

const address = /https?:\/\/[^\s<>"'`\\^{}|]+/g;

/** Every http or https address in the file, without the punctuation that ends its sentence. */
export function documentLinks(view: View): DocumentLink[] {
  return [...view.document.text.matchAll(address)].map((match) => {
    const target = trimmed(match[0]);
    return { range: toLspRange(view, { start: match.index, end: match.index + target.length }), target };
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
