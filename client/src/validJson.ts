/** Whether a text is JSON as VS Code takes it: empty, with comments, with commas behind the last of a list. */
export function isValidJson(text: string): boolean {
  const strictJson = text
    .replace(/^\uFEFF/, "")
    .replace(stringOrComment, (match) => (isComment(match) ? "" : match))
    .replace(/,(\s*[}\]])/g, "$1");
  try {
    if (strictJson.trim() !== "") JSON.parse(strictJson);
    return true;
  } catch {
    return false;
  }
}

/** Each reaches its end, or the end of the text where that is missing, so that nothing is read twice. */
const stringOrComment = /"(?:[^"\\]|\\[\s\S])*"?|\/\/.*|\/\*[\s\S]*?(?:\*\/|$)/g;

/** False for `/*` that nothing closes. */
function isComment(match: string): boolean {
  return match.startsWith("//") || (match.length >= 4 && match.startsWith("/*") && match.endsWith("*/"));
}
