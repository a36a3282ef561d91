/** Lines and blanks of a text; offsets and columns are 0-based, a tab is two columns wide. */

export function columnOf(text: string, lineStart: number, at: number): number {
  let column = 0;
  for (let here = lineStart; here < at; here++) column += text[here] === "\t" ? 2 : 1;
  return column;
}

export function startOfLine(text: string, at: number): number {
  const start = at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
  return start === 0 && text.startsWith("\uFEFF") ? 1 : start;
}

export function endOfLine(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  const end = newline < 0 ? text.length : newline;
  return text[end - 1] === "\r" && end > from ? end - 1 : end;
}

/** Where the next line begins; beyond the text where there is none. */
export function nextLine(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length + 1 : newline + 1;
}

export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text[at] ?? "")) at++;
  return at;
}

/** Where the blanks begin that `end` stands behind. */
export function blanksStart(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isBlank(text[at - 1] ?? "")) at--;
  return at;
}

export function skipEmptyLines(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? "")) at++;
  return at;
}

export function isBlank(char: string): boolean {
  return char === " " || char === "\t";
}

export function isDash(text: string, at: number): boolean {
  return text[at] === "-" && /^\s?$/.test(text[at + 1] ?? "");
}

export function isOver(text: string, at: number, end: number): boolean {
  return at >= end || (text[at] === "#" && isBlank(text[at - 1] ?? ""));
}

/** Behind anchors and tags: `&a !!str `. */
export function skipProperties(text: string, from: number, end: number): number {
  let at = skipBlanks(text, from, end);
  while (at < end && /[&!]/.test(text[at] ?? "")) {
    while (at < end && !isBlank(text[at] ?? "")) at++;
    at = skipBlanks(text, at, end);
  }
  return at;
}
