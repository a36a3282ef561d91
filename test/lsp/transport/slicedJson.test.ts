import fc from "fast-check";
import { expect, test } from "vitest";
import { slicedJson } from "../../../server/src/lsp/transport/slicedJson";

const encode = async (value: unknown): Promise<string> =>
  Buffer.from(await slicedJson.encode(value as never)).toString();

test("a message is written as JSON.stringify writes it, however long its lists are", async () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: "small" },
      fc.jsonValue(),
      fc.constant(undefined),
      fc.string({ unit: "binary" }),
      fc.array(tie("any"), { maxLength: 4 }),
      fc.integer({ min: 95, max: 320 }).map((length) => Array.from({ length }, (_, at) => ({ at }))),
      fc
        .tuple(
          fc.integer({ min: 49_990, max: 50_010 }),
          fc.string({ unit: "binary", minLength: 20, maxLength: 60 }),
        )
        .map(([length, end]) => "x".repeat(length) + end.repeat(2)),
      fc.dictionary(fc.string(), tie("any"), { maxKeys: 4 }),
    ),
  })).any;
  await fc.assert(
    fc.asyncProperty(value, async (result) => {
      const message = { jsonrpc: "2.0", id: 1, result };
      expect(await encode(message)).toBe(JSON.stringify(message));
    }),
    { numRuns: 500 },
  );
});

test("a long message lets others have their turn", async () => {
  const children = Array.from({ length: 200_000 }, (_, at) => ({ name: `Item ${at}`, range: { start: at } }));
  let slices = 0;
  let isDone = false;
  const count = (): void => {
    slices++;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await encode({ jsonrpc: "2.0", id: 1, result: [{ name: "contributions", children }] });
  isDone = true;
  expect(slices).toBeGreaterThan(1);
});
