import { readFile } from "node:fs/promises";
import { afterEach, expect, it } from "vitest";
import { badInputs } from "../support/badInput";
import { inFolder, type Outcome, wlcgNotes } from "../support/commandLine";

const name = "a.contributions.yaml";
const prototype = Object.getOwnPropertyNames(Object.prototype);

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototype);
});

function findingsIn({ out }: Outcome): readonly string[] {
  return out.split("\n").flatMap((line) => (line.startsWith(name) ? [line.slice(name.length + 1)] : []));
}

it.each(badInputs)(
  "%s is reported in one line, and is not changed on the disk",
  async (_, { content, expected, error }) => {
    await inFolder({ [name]: content });
    const checked = await wlcgNotes("check", name);
    expect(findingsIn(checked)).toEqual(expected);
    expect(checked.err).toBe(error === undefined ? "" : `wlcg-notes: ${name}: ${error}\n`);
    expect(checked.code).toBe(error !== undefined ? 2 : expected.length > 0 ? 1 : 0);
    for (const command of content.length > 1_000_000 ? ["fix"] : ["fix", "suggest"]) {
      const { code, err } = await wlcgNotes(command, name);
      expect([command, code, err]).toEqual([command, error === undefined ? 0 : 2, checked.err]);
    }
    expect(Buffer.from(content).equals(await readFile(name))).toBe(true);
  },
  20_000,
);
