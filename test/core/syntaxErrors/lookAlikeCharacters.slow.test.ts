import { expect, it } from "vitest";
import { parse } from "yaml";
import { meetingWithTexts, randomFrom, withLookAlikes, withoutLookAlikes } from "../../support/lookAlikes";
import { readMeeting } from "../../support/meeting";

it("has the same values after the preferred fixes of look-alike characters at random", () => {
  const expected = parse(meetingWithTexts);
  for (let seed = 1; seed <= 400; seed++) {
    const random = randomFrom(seed);
    const text = withLookAlikes(meetingWithTexts, random, random());
    const fixed = withoutLookAlikes(text, 20);
    expect(parse(fixed), `seed ${seed}`).toEqual(expected);
    expect(readMeeting(fixed).findings(), `seed ${seed}`).toEqual([]);
  }
});
