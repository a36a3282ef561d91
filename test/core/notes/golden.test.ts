/** `npm run golden` writes the kept notes anew, where a change is meant. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { HtmlValidate } from "html-validate/node";
import { describe, expect, it } from "vitest";
import { goldens, rendered } from "../../support/golden";

const folder = new URL("../../golden/", import.meta.url).pathname;

describe("the notes of the kept meetings", () => {
  it.each(goldens)("are as they were looked at: $file", async ({ text, file, ...options }) => {
    await expect(rendered(text, options)).toMatchFileSnapshot(`${folder}${file}`);
  });
});
