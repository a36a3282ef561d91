import { expect, it } from "vitest";
import type { MinutesTarget, Outcome } from "../../client/src/indico/protocol";
import {
  countedOutcomes,
  failureTexts,
  hasFailed,
  wasPublished,
} from "../../client/src/indico/publishedText";
import { decodeText } from "../../client/src/shared/decodeText";

function target(outcome: Outcome, title = "Tokens", message?: string): MinutesTarget {
  return { title, page: "https://a.org/event/1/", outcome, ...(message !== undefined && { message }) };
}

it("counts what was published", () => {
  const targets = [target("new"), target("updated"), target("new"), target("unchanged")];
  expect(countedOutcomes(targets)).toBe("2 new, 1 updated, 1 unchanged");
  expect(targets.filter(wasPublished)).toHaveLength(3);
  expect(targets.filter(hasFailed)).toEqual([]);
});

it("names what was not published, and why, at most three", () => {
  const failed = target("failed", "Ceph", "the owner of the token may not edit it.");
  expect(failureTexts([failed, target("conflict")])).toBe(
    "“Ceph”: the owner of the token may not edit it; “Tokens”: not published, since Indico has other minutes",
  );
  expect(failureTexts(Array(5).fill(target("failed")))).toMatch(/; and 2 more$/);
});

it("decodes files with and without a mark", () => {
  const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));
  expect(decodeText(bytes("10 µm", "utf8"))).toBe("10 µm");
  expect(decodeText(bytes("\ufeff10 µm", "utf8"))).toBe("10 µm");
  expect(decodeText(bytes("\ufeff10 µm", "utf16le"))).toBe("10 µm");
  expect(decodeText(bytes("\ufeff10 µm", "utf16le").map((_, at, all) => all[at ^ 1] ?? 0))).toBe("10 µm");
});
