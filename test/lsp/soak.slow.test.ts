/** Typing leaks no memory; the long version is in test/long. */
import { expect, it } from "vitest";
import { soak } from "../support/soak/soak";

it("holds no more after forty files than after twenty, and the same handles", async () => {
  const { before, after } = await soak({ files: 40, keys: 60, pause: 0 });
  expect(after.heapUsed).toBeLessThan(before.heapUsed * 1.2);
  expect(after.handles).toEqual(before.handles);
}, 60_000);
