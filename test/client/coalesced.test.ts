import { expect, it } from "vitest";
import { coalesced } from "../../client/src/shared/coalesced";

it("runs a task once more if it is wanted while it runs, and not twice at the same time", async () => {
  const finish: (() => void)[] = [];
  const run = coalesced(() => new Promise<void>((resolve) => finish.push(resolve)));
  const first = run();
  await run();
  await run();
  expect(finish).toHaveLength(1);
  finish[0]?.();
  await new Promise(setImmediate);
  expect(finish).toHaveLength(2);
  finish[1]?.();
  await first;
  expect(finish).toHaveLength(2);
});

it("runs again after a failure", async () => {
  let runs = 0;
  const run = coalesced(async () => {
    runs++;
    if (runs === 1) throw new Error("refused");
  });
  await expect(run()).rejects.toThrow("refused");
  await run();
  expect(runs).toBe(2);
});
