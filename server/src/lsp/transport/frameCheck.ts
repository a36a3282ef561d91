/** Maximum bytes of a message header; clients send less than a tenth of this. */
const maxHeaderBytes = 4096;

/** Maximum bytes of a message; V8 cannot hold a longer string. */
const maxContentBytes = 0x1fffffe8;

/**
 * Checks the framing of the base protocol in the input. After a framing error the stream cannot be
 * resynchronized, so that reading must end.
 */
export class FrameCheck {
  #header = "";
  /** missing bytes of the current message */
  #contentBytesLeft = 0;

  /** @returns the error in these bytes; undefined while all of them are frames */
  push(chunk: Uint8Array): string | undefined {
    for (let at = 0; at < chunk.length; ) {
      const contentBytes = Math.min(this.#contentBytesLeft, chunk.length - at);
      this.#contentBytesLeft -= contentBytes;
      at += contentBytes;
      if (at === chunk.length) return undefined;
      this.#header += String.fromCharCode(chunk[at++] ?? 0);
      const problem = this.#headerProblem();
      if (problem !== undefined) return problem;
      if (this.#header.endsWith("\r\n\r\n")) this.#finishHeader();
    }
    return undefined;
  }

  #headerProblem(): string | undefined {
    const header = this.#header;
    if (header.length > maxHeaderBytes) return "the header is too long";
    if (!header.endsWith("\n")) return undefined;
    if (!header.endsWith("\r\n")) return "a header line ends without a carriage return";
    const lines = header.slice(0, -2).split("\r\n");
    const lastLine = lines.at(-1) ?? "";
    if (lastLine === "") return contentLength(header) === undefined ? lengthProblem(header) : undefined;
    return /^[A-Za-z][A-Za-z0-9-]*:/.test(lastLine)
      ? undefined
      : `${asciiText(lastLine)} is not a valid header`;
  }

  #finishHeader(): void {
    this.#contentBytesLeft = contentLength(this.#header) ?? 0;
    this.#header = "";
  }
}

function contentLength(header: string): number | undefined {
  const length = /^content-length:[ \t]*(\d{1,9})[ \t]*$/im.exec(header)?.[1];
  return length !== undefined && Number(length) <= maxContentBytes ? Number(length) : undefined;
}

function lengthProblem(header: string): string {
  const line = /^content-length:.*$/im.exec(header)?.[0];
  return line === undefined ? "the header has no Content-Length" : `${asciiText(line)} is not a valid length`;
}

/** One line of printable ASCII, in quotes. */
function asciiText(line: string): string {
  return JSON.stringify(line.slice(0, 60).replaceAll(/[^ -~]/g, "?"));
}
