/** The base protocol: a header in ASCII, an empty line, and as many bytes of JSON as it says. */
import type { Message } from "./judge";

export function frame(content: unknown): Buffer {
  const bytes = Buffer.from(typeof content === "string" ? content : JSON.stringify(content));
  return Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]);
}

/** Cuts what a server writes into messages; throws at the first byte that does not belong. */
export class FrameReader {
  readonly #onMessage: (message: Message) => void;
  #buffer = Buffer.alloc(0);

  constructor(take: (message: Message) => void) {
    this.#onMessage = take;
  }

  push(data: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, data]);
    for (let next = this.#next(); next !== undefined; next = this.#next()) this.#onMessage(JSON.parse(next));
  }

  #next(): string | undefined {
    const end = this.#buffer.indexOf("\r\n\r\n");
    if (end < 0) return undefined;
    const header = this.#buffer.toString("ascii", 0, end);
    const length = /^Content-Length: (\d+)(\r\nContent-Type: [^\r\n]*)?$/.exec(header)?.[1];
    if (length === undefined) throw new Error(`The server wrote what is no header: ${header}`);
    const from = end + 4;
    const to = from + Number(length);
    if (this.#buffer.length < to) return undefined;
    const content = this.#buffer.toString("utf8", from, to);
    this.#buffer = this.#buffer.subarray(to);
    return content;
  }
}
