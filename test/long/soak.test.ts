/** Two hours of typing at fifty times the speed: five keystrokes a second, 36 000 of them over 200 files. */
import { expect, it } from "vitest";
import { soak } from "../support/soak/soak";

it("returns to the memory and the handles it had", async () => {
  const { before, after, keystrokes } = await soak({ files: 200, keys: 180, pause: 4 });
  console.log(JSON.stringify({ keystrokes, before, after }));
  expect(after.heapUsed).toBeLessThan(before.heapUsed * 1.2);
  expect(after.rss).toBeLessThan(before.rss * 1.2);
  expect(after.handles).toEqual(before.handles);
}, 1_200_000);
