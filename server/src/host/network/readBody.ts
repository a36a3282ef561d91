import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { NetworkError } from "./networkError";

interface BodyOptions {
  /** of the server, with its port */
  readonly host: string;
  /** after decompression */
  readonly maxBytes: number;
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

/**
 * Reads the body of an answer to its end.
 * @throws NetworkError if it is too large; other errors of the connection
 */
export async function readBody(answer: IncomingMessage, options: BodyOptions): Promise<Buffer> {
  const encoding = answer.headers["content-encoding"] ?? "identity";
  const parts: Buffer[] = [];
  let excess: NetworkError | undefined;
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    let length = 0;
    for await (const part of source) {
      parts.push(part);
      length += part.length;
      if (length > options.maxBytes) {
        excess = new NetworkError("tooLarge", tooLarge(options));
        throw excess;
      }
      options.onProgress?.(length);
    }
  };
  // a stream that ends early may report its own error instead
  const fail = (error: unknown): never => {
    throw excess ?? error;
  };
  if (/^(?:x-)?gzip$/i.test(encoding)) await pipeline(answer, createGunzip(), collect).catch(fail);
  else if (/^identity$/i.test(encoding)) await pipeline(answer, collect).catch(fail);
  else {
    answer.destroy();
    throw new NetworkError(
      "answer",
      `${options.host} sent an answer in a compression that was not asked for`,
    );
  }
  return Buffer.concat(parts);
}

function tooLarge({ host, maxBytes }: BodyOptions): string {
  return `the answer of ${host} has more than ${Math.floor(maxBytes / 1_000_000)} MB and is not read`;
}
