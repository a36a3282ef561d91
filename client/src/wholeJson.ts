/** Whether a text is JSON as VS Code takes it: empty, with comments, with commas behind the last of a list. */
export function isWholeJson(text: string): boolean {
  const plain = text
    .replace(/^\uFEFF/, "")
    .replace(stringOrComment, (found) => (isComment(found) ? "" : found))
    .replace(/,(\s*[}\]])/g, "$1");
  try {
    if (plain.trim() !== "") JSON.parse(plain);
    return true;
  } catch {
    return false;
  }
}

/** Each reaches its end, or the end of the text where that is missing, so that nothing is read twice. */
const stringOrComment = /"(?:[^"\\]|\\[\s\S])*"?|\/\/.*|\/\*[\s\S]*?(?:\*\/|$)/g;

/** False for `/*` that nothing closes. */
function isComment(found: string): boolean {
  return found.startsWith("//") || (found.length >= 4 && found.startsWith("/*") && found.endsWith("*/"));
}
