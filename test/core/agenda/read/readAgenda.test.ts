import { describe, expect, it } from "vitest";
import { readAgenda } from "../../../../server/src/core/agenda/read/readAgenda";
import { agendaIn, problemIn } from "../../../support/agendaText";
import { indicoText } from "../../../support/indicoFixtures";

describe("the kind of a text is that of its content", () => {
  it.each([
    ["recorded/3.3.14/board.sessions.json", "WLCG Kubernetes Board"],
    ["cern-442174-sub-contributions.json", "Talk with SubTalks"],
    ["recorded/3.3.14/lecture.event.ics", "Colloquium: What is dark matter?"],
  ])("%s", (path, title) => {
    const text = indicoText(path);
    for (const variant of [text, `\ufeff${text}`, `\r\n  ${text}`])
      expect(agendaIn(readAgenda(variant)).meeting.title).toBe(title);
  });

  it("a timetable", () => {
    expect(agendaIn(readAgenda(indicoText("recorded/3.3.14/board.timetable.json"))).entries).toHaveLength(4);
  });

  const page = problemIn(readAgenda("<!DOCTYPE html><p>x</p>"));
  const mail = problemIn(readAgenda("09:00 Welcome"));

  it.each([
    "<html>",
    "<p>a</p>",
    "<meta charset='utf-8'><div>a</div>",
    "<!-- x -->",
    "Version:0.9\r\nStartHTML:1\r\n<html>",
  ])("a page: %s", (text) => {
    expect(problemIn(readAgenda(text))).toBe(page);
  });

  it.each([
    "<https://indico.example.org/event/1>\n09:00 Welcome",
    "[1] 09:00 Welcome",
    "{draft} 09:00 Welcome",
    "< 09:00 >",
  ])("a mail: %s", (text) => {
    expect(problemIn(readAgenda(text))).toBe(mail);
  });
});

describe("problems", () => {
  it.each([
    ["", "The text is empty."],
    [" \r\n", "The text is empty."],
    ['{"results": [{"title": "x"', "This is not valid JSON: a part of it may be missing."],
    [`{"a":${"[".repeat(1000)}`, "This JSON is nested too deeply for an export of Indico."],
    ["x".repeat(16 * 2 ** 20 + 1), "The text is too large: at most 16 MB can be read."],
    ["[1, 2]", "The export has 2 events; export one of them."],
  ])("%.30j", (text, problem) => {
    expect(problemIn(readAgenda(text))).toBe(problem);
  });

  it("the name of the file decides where the content does not", () => {
    expect(problemIn(readAgenda("not found", { name: "event.json" }))).toMatch(/^This is not valid JSON/);
    expect(problemIn(readAgenda("not found", { name: "event.ICS" }))).toMatch(
      /^This is not a valid calendar/,
    );
  });
});

it("a page may begin with an element of the site", () => {
  const page =
    "<ind-bypass-block-links></ind-bypass-block-links><p>Agenda</p><ul><li>14:00 News<li>14:10 AOB</ul>";
  expect(readAgenda(page)).toHaveProperty("agenda");
});
