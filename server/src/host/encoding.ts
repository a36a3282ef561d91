/**
 * The text of a file; the first bytes indicate its encoding:
 * https://yaml.org/spec/1.2.2/#52-character-encodings
 */
export interface DecodedText {
  /** without a byte order mark */
  readonly text: string;
  /** encodes text in the same way; undefined for UTF-16, which is only read */
  readonly encode?: (text: string) => Buffer;
}

const utf8Mark = Buffer.from([0xef, 0xbb, 0xbf]);

/** @throws Error with a message for the user, if the bytes are not valid in their encoding */
export function decode(bytes: Buffer): DecodedText {
  const encoding = encodingOf(bytes);
  const text = decodeAs(encoding, bytes);
  if (encoding !== "utf-8") return { text };
  const byteOrderMark = bytes.subarray(0, 3).equals(utf8Mark) ? utf8Mark : Buffer.alloc(0);
  return { text, encode: (fixed) => Buffer.concat([byteOrderMark, Buffer.from(fixed, "utf8")]) };
}

/**
 * `FF FE` and `FE FF` are byte order marks; without one, a zero byte next to an ASCII character indicates
 * UTF-16.
 */
function encodingOf([first, second]: Buffer): "utf-8" | "utf-16le" | "utf-16be" {
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second)) return "utf-16be";
  return "utf-8";
}

function decodeAs(encoding: string, bytes: Buffer): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_ENCODING_INVALID_ENCODED_DATA") throw error;
    throw new Error(`is not text encoded as ${encoding === "utf-8" ? "UTF-8" : "UTF-16"}`);
  }
}
