/** A part of a plain text: an http or https address, or the words between two of them. */
export interface TextPart {
  readonly text: string;
  readonly isAddress: boolean;
}

const addressPattern = /\bhttps?:\/\/[^\s<>"]+/gi;

/** The text in parts, in order; marks that end a sentence and a bracket that closes an outer one are words. */
export function partsWithAddresses(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(addressPattern)) {
    const address = withoutLastMarks(found);
    if (/^https?:\/\/$/i.test(address)) continue;
    if (index > end) parts.push({ text: text.slice(end, index), isAddress: false });
    parts.push({ text: address, isAddress: true });
    end = index + address.length;
  }
  return end < text.length ? [...parts, { text: text.slice(end), isAddress: false }] : parts;
}

/** `Read <https://…>` without the brackets around the address. */
export function withoutAddressBrackets(text: string): string {
  return text.replaceAll(
    /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/gi,
    (bracketed: string, address: string, at: number) => {
      const [before, after] = [text.charAt(at - 1), text.charAt(at + bracketed.length)];
      const start = /[\p{L}\p{N}]/u.test(before) ? " " : "";
      const end = after === "" || /[\s.,;:!?)\]]/.test(after) ? "" : " ";
      return start + address.replace(/^mailto:/i, "") + end;
    },
  );
}

/** An address without the marks that end a sentence, and without a bracket that closes an outer one. */
export function withoutLastMarks(address: string): string {
  let surplus = address.split(")").length - address.split("(").length;
  let end = address.length;
  for (; end > 0; end--) {
    const char = address.charAt(end - 1);
    if (char === ")" && surplus > 0) surplus--;
    else if (!/[.,;:!?'*]/.test(char)) break;
  }
  return address.slice(0, end);
}
