// Writes server/generated: the JSON Schemas compiled to functions, the built-in catalogue as a module, and
// the models trained on its words and examples.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { Ajv, type Options, type SchemaObject } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { parse } from "yaml";
import type { Catalogue } from "../server/src/core/catalogue/catalogue";
import { Vocabulary } from "../server/src/core/catalogue/vocabulary";
import { pack, trainModels } from "../server/src/core/suggest/models";
import { packagesOf } from "./licenses.mjs";
import { root } from "./paths.mjs";
import { shortValidators } from "./shortValidators";

const out = `${root}/server/generated`;

const contributions: unknown = JSON.parse(await readSource("contributions.schema.json"));
const catalogueSchema: unknown = JSON.parse(await readSource("catalogue.schema.json"));
const catalogue = parse(await readSource("wlcg.catalogue.yaml")) as Catalogue;

const file = "contributions";
const meetings = {
  validateMeeting: `${file}#/definitions/meeting`,
  validateContribution: `${file}#/definitions/contribution`,
  validateSession: `${file}#/definitions/session`,
  validateBreak: `${file}#/definitions/break`,
  validateAction: `${file}#/definitions/action`,
  validateSurvey: `${file}#/definitions/survey`,
  validateDiscussionItem: `${file}#/definitions/discussionItem`,
};
const catalogues = { validateCatalogue: "catalogue#" };

await mkdir(out, { recursive: true });
const packages = [
  // the rules have their own messages
  ...(await writeValidators("validators", meetings, ["pattern", "type", "anyOf"], { messages: false })),
  // loaded only for a catalogue file
  ...(await writeValidators("catalogueValidator", catalogues, ["pattern"])),
];
// packages that the build cannot detect in generated code, for the list of licences
await writeFile(`${out}/packages.json`, JSON.stringify([...new Set(packages)]));
// The models are trained here, so that the examples are not needed at run time.
const { examples: _, ...known } = catalogue;
await writeFile(
  `${out}/catalogue.ts`,
  `import type { Catalogue } from "../src/core/catalogue/catalogue";\n\nexport const builtInCatalogue: Catalogue = ${JSON.stringify(known)};\n`,
);
await writeFile(
  `${out}/schema.ts`,
  `import type { Schema } from "../src/core/schema/schema";\n\nconst schema = ${JSON.stringify(contributions, readAtRunTime)};\n\nexport const contributionsSchema: Schema = schema;\n`,
);
await writeFile(
  `${out}/models.ts`,
  `import type { PackedModels } from "../src/core/suggest/models";\n\nexport const builtInModels: PackedModels = ${JSON.stringify(pack(trainModels(new Vocabulary(catalogue))))};\n`,
);

function readSource(name: string): Promise<string> {
  return readFile(`${root}/schemas/${name}`, "utf8");
}

/** The part of a schema that decides whether a value is valid, without its descriptions and examples. */
function rulesOf(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(rulesOf);
  if (typeof schema !== "object" || schema === null) return schema;
  const isProse = ([key, value]: readonly [string, unknown]): boolean =>
    (key === "description" && typeof value === "string") || (key === "examples" && Array.isArray(value));
  return Object.fromEntries(
    Object.entries(schema)
      .filter((entry) => !isProse(entry))
      .map(([key, value]) => [key, rulesOf(value)]),
  );
}

/**
 * A replacer for JSON: omits the limits of values, which the validators check, the title of the schema, and the
 * descriptions of definitions, since each `$ref` has its own.
 */
function readAtRunTime(key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null)
    return /^(?:\$schema|title|const|minimum|exclusiveMinimum|additionalProperties)$/.test(key)
      ? undefined
      : value;
  if (key === "if") return undefined;
  if ("$ref" in value && !("description" in value)) throw new Error(`no description of ${value.$ref}`);
  if (key !== "definitions") return value;
  const definitions = Object.entries(value as Readonly<Record<string, SchemaObject>>);
  return Object.fromEntries(definitions.map(([name, { description: _, ...rest }]) => [name, rest]));
}

/**
 * Compiles schemas to one plain module; esbuild adds the run-time parts of Ajv.
 * @param validators the schema of each function
 * @param unread the keywords whose error parameters are not used
 * @returns the packages that it contains
 */
async function writeValidators(
  name: string,
  validators: Readonly<Record<string, string>>,
  unread: readonly string[],
  options: Options = {},
): Promise<readonly string[]> {
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    // a definition is one function, however often it is used
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
    ...options,
  });
  ajv.addSchema({ ...(rulesOf(contributions) as SchemaObject), $id: file });
  ajv.addSchema({ ...(rulesOf(catalogueSchema) as SchemaObject), $id: "catalogue" });
  const compiled = await build({
    stdin: {
      contents: shortValidators(standaloneCode(ajv, validators), unread),
      resolveDir: root,
      loader: "js",
    },
    bundle: true,
    format: "esm",
    platform: "neutral",
    metafile: true,
    write: false,
  });
  const functions = Object.keys(validators).map((name) => `export const ${name}: ValidateFunction;\n`);
  await writeFile(`${out}/${name}.js`, compiled.outputFiles[0]?.text ?? "");
  await writeFile(
    `${out}/${name}.d.ts`,
    `import type { ValidateFunction } from "ajv";\n\n${functions.join("")}`,
  );
  return packagesOf(compiled.metafile);
}
