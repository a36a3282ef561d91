import { expect, it } from "vitest";
import { percentEncode } from "../../../server/src/core/text/percentEncode";

it("encodes the characters that match, and no others", () => {
  expect(percentEncode("https://a.ch/[x]?q=<é>", /[<>[\]]/g)).toBe("https://a.ch/%5Bx%5D?q=%3Cé%3E");
});
