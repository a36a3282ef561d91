import { describe, expect, it } from "vitest";
import { FrameCheck } from "../../../server/src/lsp/transport/frameCheck";

const message = (content: string): string => `Content-Length: ${content.length}\r\n\r\n${content}`;

/** The result of the check for these bytes, pushed at once and one by one. */
function faultOf(text: string): string | undefined {
  const bytes = Buffer.from(text);
  const atOnce = new FrameCheck().push(bytes);
  const check = new FrameCheck();
  let one: string | undefined;
  for (let at = 0; at < bytes.length && one === undefined; at++) one = check.push(bytes.subarray(at, at + 1));
  expect(one).toBe(atOnce);
  return atOnce;
}

describe("frames", () => {
  it.each([
    "",
    "Content-",
    message("{}"),
    message("") + message("\n\n\r\n\r\nno header"),
    `content-type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH:  2 \r\n\r\n{}${message("{}")}`,
    message("{}").repeat(50),
  ])("are passed: %j", (text) => expect(faultOf(text)).toBeUndefined());

  it.each([
    ["Content-Length: abc\r\n\r\n", '"Content-Length: abc" is not a valid length'],
    ["Content-Length: -5\r\n\r\n", '"Content-Length: -5" is not a valid length'],
    ["Content-Length: 5x\r\n\r\n", '"Content-Length: 5x" is not a valid length'],
    ["Content-Length:\r\n\r\n", '"Content-Length:" is not a valid length'],
    [
      "Content-Length: 99999999999999999999\r\n\r\n",
      '"Content-Length: 99999999999999999999" is not a valid length',
    ],
    ["Content-Type: text/plain\r\n\r\n", "the header has no Content-Length"],
    ["\r\n\r\n", "the header has no Content-Length"],
    ["Content-Length: 2\n\n{}", "a header line ends without a carriage return"],
    ["no header at all\r\n", '"no header at all" is not a valid header'],
    [`${message("{}")}rest"}Content Length: 2\r\n`, '"rest\\"}Content Length: 2" is not a valid header'],
    ["\u0000\u001b[2J\r\n", '"??[2J" is not a valid header'],
    ["x".repeat(5000), "the header is too long"],
  ])("that are broken are found: %j", (text, fault) => expect(faultOf(text)).toBe(fault));
});
