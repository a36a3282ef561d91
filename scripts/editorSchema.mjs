// The schema of contributions files for editors without the language server, with the themes of the built-in catalogue.
import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { root } from "./paths.mjs";

/** Where SchemaStore publishes the schema: https://github.com/SchemaStore/schemastore/blob/master/CONTRIBUTING.md */
const id = "https://json.schemastore.org/wlcg-contributions.json";

/** @typedef {{ id: string, title: string, summary: string }} Topic */
/** @typedef {Topic & { topics: Topic[] }} Theme */

/** @returns {Promise<string>} JSON; the source has the form of theme references, this one lists them */
export async function editorSchema() {
  const schema = JSON.parse(await readFile(`${root}/schemas/contributions.schema.json`, "utf8"));
  /** @type {{ themes: Theme[] }} */
  const { themes } = parse(await readFile(`${root}/schemas/wlcg.catalogue.yaml`, "utf8"));
  const references = themes.flatMap(({ topics, ...theme }) => [
    theme,
    ...topics.map((topic) => ({
      ...topic,
      id: `${theme.id}/${topic.id}`,
      title: `${theme.title}: ${topic.title}`,
    })),
  ]);
  const { $schema, ...rest } = schema;
  const themeRef = {
    type: "string",
    description: schema.definitions.themeRef.description,
    enum: references.map((reference) => reference.id),
    enumDescriptions: references.map(({ title, summary }) => `${title}. ${summary}`),
  };
  const definitions = { ...schema.definitions, themeRef };
  return `${JSON.stringify({ $schema, $id: id, ...rest, definitions }, null, 2)}\n`;
}
