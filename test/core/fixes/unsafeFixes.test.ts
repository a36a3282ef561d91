/** Values with a likely meaning that only a person can confirm: fix-all leaves them. */
import { describe, expect, it } from "vitest";
import { fixAll } from "../../../server/src/core/fixes/fixAll";
import { readMeeting } from "../../support/meeting";

const head = (date: string): string => `meeting:\n  title: M\n  date: ${date}\ncontributions: []\n`;
const item = (key: string): string =>
  `meeting:\n  title: M\n  date: 2019-12-10\ncontributions:\n  - title: Rucio\n    themes: none\n    ${key}\n`;
const discussion = (key: string): string =>
  `meeting:\n  title: M\n  date: 2019-12-10\ncontributions: []\ndiscussion:\n  - topic: Rucio\n    themes: none\n    ${key}\n`;

const isChanged = (text: string): boolean => fixAll(readMeeting(text)).length > 0;

describe("fix-all does not change", () => {
  it.each([
    ...["tbd", "null", "10 December", "Tue 10 Dec", "10.12.19", "10/11/2019", "2019-31-12", "2019-02-30"],
    ...["Mon-Wed 10-12 December 2019", "Monday 10 December 2019", "10 December 2019 (tbc)"],
  ])("the date %s", (date) => {
    expect(isChanged(head(date))).toBe(false);
  });

  it.each([
    ...["start: midnight", "start: 24:00", "start: 9", "start: 3", "start: 09-30", "start: ~9:30"],
    ...["duration: 20+5", "duration: 5:00", "duration: 10:30", "duration: 20:00", "duration: 20-25"],
    ...["speakers: No", "speakers: [Na]", "speakers: tbd", "speakers: 'A. Forti #remote'"],
    ...["speakers: Forti, A.", "speakers: A. Forti and B. Two", "speakers: A. Forti #remote"],
    ...["themes: security, aai", "community: unknown"],
  ])("%s", (key) => {
    expect(isChanged(item(key))).toBe(key === "speakers: 'A. Forti #remote'");
  });

  it.each(["decisions: No", "decisions: [no]", "decisions: [Nothing]", "decisions: [no, Start a group]"])(
    "%s",
    (key) => {
      expect(isChanged(discussion(key))).toBe(false);
    },
  );
});

it("fix-all removes `none` and completes values with one meaning", () => {
  for (const key of ["speakers: none", "speakers: [n/a]", "start: 9h30", "duration: 1h30", "start: noon"])
    expect(isChanged(item(key)), key).toBe(true);
  for (const date of ["10 December 2019", "2019-12-1", "10-12 December 2019", "Dec 10, 2019"])
    expect(isChanged(head(date)), date).toBe(true);
});
