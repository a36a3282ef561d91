/** `npm run golden` rewrites the golden notes after an intended change. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { goldens, rendered } from "../../support/golden";
import { indicoStyles, indicoTags } from "../../support/indico";

const folder = fileURLToPath(new URL("../../golden/", import.meta.url));
const foldedTags = new Set(["details", "summary"]);
const columnStyles = new Set(["flex", "flex-wrap", "gap", "min-width"]);
/** Without it, a wide table is wider than the page. */
const tableStyles = new Set(["overflow-x"]);
const pages = goldens.filter(({ to }) => to === "html");

describe("the notes of the golden meetings", () => {
  it.each(goldens)("match the reviewed file: $file", async ({ text, file, ...options }) => {
    await expect(rendered(text, options)).toMatchFileSnapshot(`${folder}${file}`);
  });

  it.each(goldens)("have the same bytes with other line ends: $file", ({ text, ...options }) => {
    expect(rendered(text.replaceAll("\n", "\r\n"), options)).toBe(rendered(text, options));
  });

  it.each(goldens.filter(({ to }) => to === "json"))(
    "are as their schema says: $file",
    ({ text, ...options }) => {
      const schema = new URL("../../../schemas/notes.schema.json", import.meta.url);
      const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(schema, "utf8")));
      validate(JSON.parse(rendered(text, options)));
      expect(validate.errors).toBeNull();
    },
  );
});

describe("the pages of the golden meetings", () => {
  it.each(pages)(
    "hold the tags and styles of a mail, folded text, columns, wide tables and pictures: $file",
    ({ text, ...options }) => {
      const [, main = ""] = /<main [^>]*>(.*)<\/main>/s.exec(rendered(text, options)) ?? [];
      const body = main.replaceAll(/<svg .*?<\/svg>/gs, "");
      const tags = new Set([...body.matchAll(/<([a-z]\w*)/g)].map(([, tag = ""]) => tag));
      const styles = [...body.matchAll(/ style="([^"]*)"/g)].flatMap(([, style = ""]) => style.split(/;\s*/));
      const properties = new Set(styles.map((style) => style.split(":")[0] ?? ""));
      expect([...tags].filter((tag) => !indicoTags.has(tag) && !foldedTags.has(tag))).toEqual([]);
      expect(
        [...properties].filter(
          (property) =>
            !indicoStyles.has(property) && !columnStyles.has(property) && !tableStyles.has(property),
        ),
      ).toEqual([]);
      expect(tags.size).toBeGreaterThan(5);
    },
  );

  it.each(pages)("use each id once, and link to those there are: $file", ({ text, ...options }) => {
    const html = rendered(text, options);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const targets = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });
});
