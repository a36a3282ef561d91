/** Whether a text is JSON as VS Code takes it: empty, with comments, with commas behind the last of a list. */
export function isWholeJson(text: string): boolean {
  const plain = text
    .replace(/^\uFEFF/, "")
    .replace(/("(?:\\.|[^"\\])*")|\/\/.*|\/\*[\s\S]*?\*\//g, "$1")
    .replace(/,(\s*[}\]])/g, "$1");
  try {
    if (plain.trim() !== "") JSON.parse(plain);
    return true;
  } catch {
    return false;
  }
}
