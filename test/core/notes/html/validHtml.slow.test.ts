/** The exported pages, read by a validator of HTML, which takes most of a second to load. */
import { HtmlValidate } from "html-validate";
import { expect, it } from "vitest";
import { goldens, rendered } from "../../../support/golden";

// titles are the user's; style attributes are all that Indico leaves
const rules = { "no-inline-style": "off", "long-title": "off" } as const;
const validator = new HtmlValidate({ root: true, extends: ["html-validate:recommended"], rules });
const pages = goldens.filter(({ to }) => to === "html");

it.each(pages)("the exported page $file is valid HTML", async ({ text, ...options }) => {
  const report = await validator.validateString(rendered(text, options));
  expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
});
