// Writes server/generated: the JSON Schemas compiled to plain functions, the built-in catalogue as a module, and
// what is learned of its words and examples.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { parse } from "yaml";
import { packagesOf } from "./licenses.mjs";

const root = new URL("../", import.meta.url);
const out = new URL("server/generated/", root);

const contributions = JSON.parse(await readFile(new URL("schemas/contributions.schema.json", root), "utf8"));
const catalogueSchema = JSON.parse(await readFile(new URL("schemas/catalogue.schema.json", root), "utf8"));
const catalogue = parse(await readFile(new URL("schemas/wlcg.catalogue.yaml", root), "utf8"));

const file = "contributions";
const meetings = {
  validateMeeting: `${file}#/definitions/meeting`,
  validateContribution: `${file}#/definitions/contribution`,
  validateSurvey: `${file}#/definitions/survey`,
  validateDiscussionItem: `${file}#/definitions/discussionItem`,
};
const catalogues = { validateCatalogue: "catalogue#" };

const types = `/** What Ajv reports of one violation. */
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
`;

await mkdir(out, { recursive: true });
await writeFile(new URL("validate.ts", out), types);
const packages = [
  // a rule words its findings itself
  ...(await writeValidators("validators", meetings, { messages: false })),
  // who has no catalogue of their own never loads this
  ...(await writeValidators("catalogueValidator", catalogues, {})),
];
// what the build cannot see any more, for the list of licences
await writeFile(new URL("packages.json", out), JSON.stringify([...new Set(packages)]));
// The examples are learned here and now; at run time nobody needs them.
const { examples: _, ...known } = catalogue;
await writeFile(
  new URL("catalogue.ts", out),
  `import type { Catalogue } from "../src/core/catalogue/catalogue";\n\nexport const builtInCatalogue: Catalogue = ${JSON.stringify(known)};\n`,
);
await writeFile(
  new URL("schema.ts", out),
  `import type { Schema } from "../src/core/schema/schema";\n\nconst schema = ${JSON.stringify(contributions)};\n\nexport const contributionsSchema: Schema = schema;\n`,
);

const learner = await build({
  stdin: {
    contents: `export { learn, pack } from "./server/src/core/suggest/models";
      export { Vocabulary } from "./server/src/core/catalogue/vocabulary";`,
    resolveDir: fileURLToPath(root),
    loader: "ts",
  },
  bundle: true,
  format: "esm",
  platform: "node",
  write: false,
});
const code = Buffer.from(learner.outputFiles[0]?.contents ?? []).toString("base64");
const { learn, pack, Vocabulary } = await import(`data:text/javascript;base64,${code}`);
await writeFile(
  new URL("models.ts", out),
  `import type { PackedModels } from "../src/core/suggest/models";\n\nexport const builtInModels: PackedModels = ${JSON.stringify(pack(learn(new Vocabulary(catalogue))))};\n`,
);

/**
 * What of a schema decides whether a value is sound: without what it tells people.
 * @param {unknown} schema
 * @returns {any}
 */
function rulesOf(schema) {
  if (Array.isArray(schema)) return schema.map(rulesOf);
  if (typeof schema !== "object" || schema === null) return schema;
  const isSaid = /** @param {[string, unknown]} entry */ ([key, value]) =>
    !(key === "description" && typeof value === "string") && !(key === "examples" && Array.isArray(value));
  return Object.fromEntries(
    Object.entries(schema)
      .filter(isSaid)
      .map(([key, value]) => [key, rulesOf(value)]),
  );
}

/**
 * Compiles schemas to one plain module; esbuild pulls in what Ajv's code requires at run time.
 * @param {string} name
 * @param {Record<string, string>} validators the schema of each function
 * @param {import("ajv").Options} options
 * @returns {Promise<string[]>} the packages that are in it
 */
async function writeValidators(name, validators, options) {
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    // a definition is one function, however often it is used
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
    ...options,
  });
  ajv.addSchema({ ...rulesOf(contributions), $id: file });
  ajv.addSchema({ ...rulesOf(catalogueSchema), $id: "catalogue" });
  const compiled = await build({
    stdin: { contents: standaloneCode(ajv, validators), resolveDir: fileURLToPath(root), loader: "js" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    metafile: true,
    write: false,
  });
  const functions = Object.keys(validators).map((name) => `export const ${name}: Validate;\n`);
  await writeFile(new URL(`${name}.js`, out), compiled.outputFiles[0]?.text ?? "");
  await writeFile(
    new URL(`${name}.d.ts`, out),
    `import type { Validate } from "./validate";\n\n${functions.join("")}`,
  );
  return packagesOf(compiled.metafile);
}
