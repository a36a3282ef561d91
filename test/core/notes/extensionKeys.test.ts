import { expect, it } from "vitest";
import { formats, renderNotes } from "../../../server/src/core/notes/formats";
import { blankExtensionKeys, withoutExtensionKeys } from "../../../server/src/core/yaml/extensionKeys";
import { readFixture } from "../../support/fixtureCatalogue";

const head = "meeting:\n  title: T\n  date: 2026-01-14\n";
const item = "contributions:\n  - title: t\n    themes: none\n";

it.each([
  `${head}  bogus: {x-a: SECRET, a: shown}\n`,
  `${head}  links: [{title: shown, url: bad, x-n: SECRET}]\n`,
  `${head}bogus:\n  x-a: SECRET\n  a: shown\n`,
  `${head}bogus:\n  - x-a: SECRET\n    a: shown\n`,
  `${head}${item}    actions: [{text: shown, x-c: SECRET, owner: [[a]]}]\n`,
  `${head}${item}    actions:\n      - text: shown\n        prio: {x-p: SECRET, a: b}\n`,
  `${head}${item}    duration: {x-d: SECRET, y: shown}\n`,
  `${head}${item}    duration:\n      x-d: SECRET\n      y: shown\n`,
  `${head}${item}    duration: {y: shown,\n      x-d: SECRET}\n`,
  `${head}${item}    foo:\n      - x-e: |\n          SECRET\n          SECRET\n        g: shown\n`,
  `${head}${item}    foo: [{x-e: SECRET}, shown]\n`,
  `${head}${item}    foo: {bar: {x-e: SECRET}, a: shown}\n`,
  `${head}contributions:\n  - title: shown\n    themes: [none\n    x-f: SECRET\n    x-g:\n      - SECRET\n    x-h:\n    - SECRET\n`,
  `${head}contributions:\n  - {title: shown, x-h: SECRET, themes: [}\n`,
  `${head}contributions:\n  - {x-h: [SECRET, {a: SECRET}], title: shown, themes: [}\n`,
  `${head}contributions:\n  - {title: shown,\n     x-h: [SECRET,\n       SECRET], duration: bad}\n`,
  `${head}contributions:\n  - title: shown\n    themes: "none\n    "x-q": SECRET\n    'x-r' : SECRET\n    ? x-s\n    : SECRET\n`,
  `${head}contributions:\n  - x-a: SECRET\n    title: shown\n    themes: [none\n`,
  `${head}  x-a: SECRET\n  title2: [shown\n`,
])("the value of a key `x-…` is not in the notes: %j", (text) => {
  for (const to of formats) {
    const notes = renderNotes(readFixture(text), { to, by: "agenda" });
    expect(notes).not.toContain("SECRET");
    if (to !== "ics") expect(notes).toContain("shown");
  }
});

it.each([
  ["a: {b: c, x-d: e}", "a: {b: c}"],
  ["a: {x-d: e, b: c}", "a: { b: c}"],
  ["a: {'x-d':e, b: c}", "a: { b: c}"],
  ['a: {"x-d": "e, }", b: c}', "a: { b: c}"],
  ["a: [x-ray, b]", "a: [x-ray, b]"],
  ["a: [x-ray: S, b]", "a: [ b]"],
  ["a: {x-d: [e, {f: g}], b: c}", "a: { b: c}"],
  ["a: {b: c, # x-d: e\n  x-d: e\n}\nf: g", "a: {b: c}\nf: g"],
  ["- x-a: b\n  c: d", "- c: d"],
  ["x-a:\n- b\n# c\n- d\ne: f", "e: f"],
  ["x-a: 'b\nc'\ne: f", "e: f"],
  [
    "notes: |\n  x-a: text\n  {x-b: text}\nx-c: |\n\n  d\n\n  e\nf: g",
    "notes: |\n  x-a: text\n  {x-b: text}\nf: g",
  ],
  ["a: max-x-b: c, x-d", "a: max-x-b: c, x-d"],
  ["a: {b: c, x-d: e\nf: g, h: i", "a: {b: c,\nf: g, h: i"],
])("%j without its keys is %j", (text, expected) => {
  expect(withoutExtensionKeys(text)).toBe(expected);
  expect(blankExtensionKeys(text)).toHaveLength(text.length);
});
