/**
 * True for the JSON that VS Code accepts in settings: it may be empty, and have comments and trailing commas.
 */
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

/** An unterminated string or comment extends to the end of the text, so that nothing is scanned twice. */
const stringOrComment = /"(?:[^"\\]|\\[\s\S])*"?|\/\/.*|\/\*[\s\S]*?(?:\*\/|$)/g;

/** False for an unterminated `/*`. */
function isComment(match: string): boolean {
  return match.startsWith("//") || (match.length >= 4 && match.startsWith("/*") && match.endsWith("*/"));
}
