import { expect, it } from "vitest";
import { renderNotes } from "../../../server/src/core/notes/formats";
import { readFixture } from "../../support/fixtureCatalogue";

const text = String.raw`meeting:
  title: M
  date: 2019-12-10
  "<img src=x onerror=alert(1)>": "<script>alert(2)</script>"
  room: "[x](javascript:alert(3)) <b>bold</b>"
contributions:
  - title: T
    themes: none
    "<svg onload=alert(4)>": "a\e[31m ::error::x"
    slides: ["http://a/<h1>x</h1>", {"<i>k</i>": "</details><script>x</script>"}]
    notes: |
      <scr<!-- x -->ipt>alert(5)</script>
"the <iframe>": "<iframe src=x>"
`;

it.each(["markdown", "html"] as const)("markup in unknown keys and their values is text in %s", (to) => {
  const notes = renderNotes(readFixture(text), { to, by: "agenda" });
  for (const word of ["alert(1)", "alert(2)", "bold", "alert(4)", "Slides", "alert(5)"])
    expect(notes).toContain(word);
  const body = notes.slice(notes.indexOf("alert(1)") - 100);
  expect(body).not.toMatch(/<(?:script|img|b>|svg onload|i>k|h1>x|iframe)/i);
  expect(notes).not.toContain('href="javascript:');
  expect(notes).not.toContain("\u001b");
});
