/** UTF-16 units of a key. */
const maxKeyLength = 200;

/**
 * The name of a key at the start of a text: letters, digits, `_` and `-`, as in `in-progress`.
 * @param after the text that must follow the name; by default a character that is not part of a name
 */
export function plainKey(text: string, after = ""): string | undefined {
  const name = /^[A-Za-z_][\w-]*/.exec(text.slice(0, maxKeyLength))?.[0];
  return name !== undefined && text.startsWith(after, name.length) ? name : undefined;
}
