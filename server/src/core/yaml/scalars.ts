/** Single quotes where the text has double ones or a backslash, as a person would. */
export function quote(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

/** What YAML 1.2's core schema takes for a number, a truth value or nothing where it stands without quotes. */
const noText =
  /^(?:~|null|true|false|0o[0-7]+|0x[\da-f]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|[-+]?\.inf|\.nan)$/i;

/** `value`, a text, as it can stand in a flow list and stay one. */
export function plainOrQuoted(value: string): string {
  const isPlain = /^[\p{L}\p{N}_][^:#,[\]{}]*$/u.test(value) && !/\s$/.test(value) && !noText.test(value);
  return isPlain ? value : quote(value);
}

/** What gives a text without quotes another meaning: a mark at its start, a comment or a key within it. */
const marked = /^[&*!|>'"%@`#,[\]{}]|^[?:-](?=\s|$)|:(?=\s|$)|\s#/;

/** What is left of a text without quotes: in quotes where it would be no text any more, or another one. */
export function stillText(value: string): string {
  const bare = value.trim();
  return noText.test(bare) || marked.test(bare) ? quote(bare) : value;
}
