/** Meetings that no user opened, made to hang or break the code that learns from them. */
import { expect, it } from "vitest";
import { builtInCatalogue } from "../../server/generated/catalogue";
import type { Example } from "../../server/src/core/catalogue/catalogue";
import { Vocabulary } from "../../server/src/core/catalogue/vocabulary";
import { examplesIn } from "../../server/src/core/suggest/examplesIn";
import { inMeeting } from "../support/findings";
import { aliasBomb, damaged, flowValue, randomIntegers, repetition } from "../support/fuzz/hostileYaml";

const count = Number(process.env.ARCHIVES ?? 300);
const vocabulary = new Vocabulary(builtInCatalogue);
const meeting = inMeeting(
  "  - title: Rucio on k8s\n    themes: [service-deployment, security/aai]\n    notes: |\n      Text.\n  - {title: Lunch, themes: none}\n",
);

function hostile(at: number): string {
  const chance = randomIntegers(at + 1);
  const kinds: readonly (() => string)[] = [
    () => damaged(meeting, chance),
    () => damaged(damaged(meeting, chance), chance),
    () => `${meeting}  - ${flowValue(chance)}\n`,
    () =>
      `${meeting}  - {title: ${flowValue(chance)}, themes: ${flowValue(chance)}, notes: ${flowValue(chance)}}\n`,
    () => `${meeting}  - title: ${repetition(chance, chance(60_000))}`,
    () => repetition(chance, chance(60_000)),
    () => `contributions:\n${aliasBomb(chance(12))}`,
    () => meeting.replaceAll("\n", "\r"),
  ];
  return (kinds[at % kinds.length] as () => string)();
}

const learned = (text: string): readonly Example[] => [...examplesIn(text, vocabulary)].flat();

it("a generated meeting is learned from or skipped", () => {
  for (let at = 0; at < count; at++)
    for (const { title, notes = "", themes } of learned(hostile(at))) {
      expect([title.length, notes.length].every((length) => length <= 2000)).toBe(true);
      if (themes !== "none") expect(themes.every((ref) => vocabulary.resolve(ref))).toBe(true);
    }
}, 120_000);

it("is learned from if it is valid", () => {
  expect(learned(meeting)).toEqual([
    { title: "Rucio on k8s", notes: "Text.", themes: ["service-deployment", "security/aai"] },
    { title: "Lunch", themes: "none" },
  ]);
});

it("an item beyond the limits is skipped, and the others are learned", () => {
  for (const unit of ["[", "1, ", '"a": {', '"'])
    expect(learned(`${meeting}  - title: ${unit.repeat(50_000)}\n`)).toHaveLength(2);
  expect(learned(meeting + "  - {title: a, themes: none}\n".repeat(50_000))).toEqual([]);
});
