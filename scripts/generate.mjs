// Writes server/generated: the JSON Schemas compiled to plain functions, and the built-in catalogue as a module.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { parse } from "yaml";

const root = new URL("../", import.meta.url);
const out = new URL("server/generated/", root);

const contributions = JSON.parse(await readFile(new URL("schemas/contributions.schema.json", root), "utf8"));
const catalogueSchema = JSON.parse(await readFile(new URL("schemas/catalogue.schema.json", root), "utf8"));
const catalogue = parse(await readFile(new URL("schemas/wlcg.catalogue.yaml", root), "utf8"));

const file = "contributions";
const validators = {
  validateRoot: `${file}#`,
  validateMeeting: `${file}#/definitions/meeting`,
  validateContribution: `${file}#/definitions/contribution`,
  validateSurvey: `${file}#/definitions/survey`,
  validateDiscussionItem: `${file}#/definitions/discussionItem`,
  validateCatalogue: "catalogue#",
};

const ajv = new Ajv({
  allErrors: true,
  allowUnionTypes: true,
  code: { source: true, esm: true, lines: true },
});
ajv.addSchema({ ...contributions, $id: file });
ajv.addSchema({ ...catalogueSchema, $id: "catalogue" });
// esbuild pulls in what Ajv's code requires at run time, so that one plain module is left.
const compiled = await build({
  stdin: { contents: standaloneCode(ajv, validators), resolveDir: fileURLToPath(root), loader: "js" },
  bundle: true,
  format: "esm",
  platform: "neutral",
  write: false,
});

const declarations = `/** What Ajv reports of one violation. */
export interface SchemaError {
  /** JSON Pointer to the value */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

export interface Validate {
  (data: unknown): boolean;
  /** of the last call */
  errors?: readonly SchemaError[] | null;
}

${Object.keys(validators)
  .map((name) => `export const ${name}: Validate;`)
  .join("\n")}
`;

await mkdir(out, { recursive: true });
await writeFile(new URL("validators.js", out), compiled.outputFiles[0]?.text ?? "");
await writeFile(new URL("validators.d.ts", out), declarations);
await writeFile(
  new URL("catalogue.ts", out),
  `import type { Catalogue } from "../src/core/catalogue";\n\nexport const builtInCatalogue: Catalogue = ${JSON.stringify(catalogue)};\n`,
);
await writeFile(
  new URL("schema.ts", out),
  `import type { Schema } from "../src/core/schema";\n\nconst schema = ${JSON.stringify(contributions)};\n\nexport const contributionsSchema: Schema = schema;\n`,
);
