/** Bytes that the header of a message may have; no client sends a tenth of it. */
const maxHeader = 4096;

/** Bytes of a message: what is longer becomes no string in V8. */
const maxContent = 0x1fffffe8;

/**
 * Follows the frames of the base protocol in what a client sends. A stream of bytes that once left them is not found again
 * with certainty, so that its reader has to give up.
 */
export class FrameCheck {
  #header = "";
  /** bytes of the message under way that are still to come */
  #content = 0;

  /** @returns the error in these bytes; undefined while all of them are frames */
  push(chunk: Uint8Array): string | undefined {
    for (let at = 0; at < chunk.length; ) {
      const content = Math.min(this.#content, chunk.length - at);
      this.#content -= content;
      at += content;
      if (at === chunk.length) return undefined;
      this.#header += String.fromCharCode(chunk[at++] ?? 0);
      const fault = this.#headerFault();
      if (fault !== undefined) return fault;
      if (this.#header.endsWith("\r\n\r\n")) this.#takeHeader();
    }
    return undefined;
  }

  #headerFault(): string | undefined {
    const header = this.#header;
    if (header.length > maxHeader) return "the header has no end";
    if (!header.endsWith("\n")) return undefined;
    if (!header.endsWith("\r\n")) return "a header line ends without a carriage return";
    const lines = header.slice(0, -2).split("\r\n");
    const last = lines.at(-1) ?? "";
    if (last === "") return contentLength(header) === undefined ? lengthFault(header) : undefined;
    return /^[A-Za-z][A-Za-z0-9-]*:/.test(last) ? undefined : `${asciiText(last)} is not a header`;
  }

  #takeHeader(): void {
    this.#content = contentLength(this.#header) ?? 0;
    this.#header = "";
  }
}

function contentLength(header: string): number | undefined {
  const length = /^content-length:[ \t]*(\d{1,9})[ \t]*$/im.exec(header)?.[1];
  return length !== undefined && Number(length) <= maxContent ? Number(length) : undefined;
}

function lengthFault(header: string): string {
  const line = /^content-length:.*$/im.exec(header)?.[0];
  return line === undefined ? "the header has no Content-Length" : `${asciiText(line)} is not a length`;
}

/** One line of printable ASCII, in quotes. */
function asciiText(line: string): string {
  return JSON.stringify(line.slice(0, 60).replaceAll(/[^ -~]/g, "?"));
}
