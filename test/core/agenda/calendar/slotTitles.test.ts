import { expect, it } from "vitest";
import { sessionTitles } from "../../../../server/src/core/agenda/calendar/slotTitles";

it.each([
  [
    ["S: I", "S: II"],
    ["S", "S"],
  ],
  [
    ["S", "S: II"],
    ["S", "S"],
  ],
  [
    ["S", "S"],
    ["S", "S"],
  ],
  [
    ["Storage", "Security"],
    ["Storage", "Security"],
  ],
  [
    ["A: B: I", "A: B: II"],
    ["A: B", "A: B"],
  ],
  [["S: I"], ["S: I"]],
])("%j", (titles, expected) => {
  const slots = titles.map((title) => ({ title, url: "https://x.example/sessions/1/" }));
  expect(sessionTitles(slots)).toEqual(expected);
  expect(sessionTitles(titles.map((title) => ({ title })))).toEqual(titles);
});
