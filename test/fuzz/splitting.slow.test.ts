import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awkwardFile } from "../support/fuzz/awkwardLines";
import { isReadOtherwise, readAsBlocks, readAsOneText } from "../support/fuzz/wholeReading";
import { readMeeting } from "../support/meeting";
import { splitCorpus } from "./corpus";

/** More with `SPLIT_FILES=20000`. */
const files = Number(process.env.SPLIT_FILES ?? 600);

/** Items that do not parse, without the spaces and the dash before them. */
const broken = ['title: "open', "title: [a", "{title: x", "a: b: c", "@x", "*nowhere : [", "'x' y"];

/** The text with one item broken, and what the others say. */
function withBrokenItem(text: string, choice: number, how: string) {
  const { blocks } = readMeeting(text);
  const items = blocks.filter(({ shape }) => shape.kind === "item");
  const chosen = items[choice % items.length];
  const indent = chosen && /^ *(?=-)/m.exec(chosen.block.text)?.[0];
  if (!chosen || indent === undefined) return undefined;
  const changed = `${text.slice(0, chosen.start)}${indent}- ${how}\n${text.slice(chosen.end)}`;
  const others = blocks.filter((block) => block !== chosen);
  return {
    changed,
    units: others.flatMap(({ block }) =>
      block.withNodes(({ units }) => units.map(({ kind, value }) => ({ kind, value }))),
    ),
  };
}

describe("a file that is split into blocks", { timeout: 600_000 }, () => {
  it("has the same content as one text", () =>
    fc.assert(
      fc.property(awkwardFile, (text) => {
        const whole = readAsOneText(text);
        if (whole && !isReadOtherwise(text)) expect(readAsBlocks(text)).toEqual(whole);
      }),
      { numRuns: files },
    ));

  it("says the same of all items but one that is broken", () =>
    fc.assert(
      fc.property(awkwardFile, fc.nat(9), fc.constantFrom(...broken), (text, choice, how) => {
        const damaged = readAsOneText(text) && !isReadOtherwise(text) && withBrokenItem(text, choice, how);
        if (!damaged) return;
        const { isBroken, units } = readAsBlocks(damaged.changed);
        expect({ isBroken, units }).toEqual({ isBroken: true, units: damaged.units });
      }),
      { numRuns: files / 2 },
    ));

  it.each(splitCorpus)("is right where it once was not: $why", ({ text }) => {
    const whole = readAsOneText(text);
    expect(whole).toBeDefined();
    expect(readAsBlocks(text)).toEqual({ ...whole, isBroken: isReadOtherwise(text) });
  });
});
