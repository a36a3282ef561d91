/** Reads the JSON Schema of contributions files: descriptions and allowed keys. */
import { contributionsSchema } from "../../../generated/schema";

export interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly then?: Schema;
  readonly else?: Schema;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

export type SchemaPath = readonly (string | number)[];

const root: Schema = contributionsSchema;

/** The breaks among the contributions, which have other keys: `["breaks", 0]` is the path of one. */
const breaks: Schema = {
  type: "array",
  ...(root.properties?.contributions?.items?.then && { items: root.properties.contributions.items.then }),
};

/** @param path from the file's root, numbers for list entries: `["contributions", 0, "themes"]` */
export function schemaAt(path: SchemaPath): Schema | undefined {
  const schema = stepsFrom(root, path);
  return schema && describe(schema);
}

/** The schema at `path`, unresolved. */
function stepsFrom(start: Schema, path: SchemaPath): Schema | undefined {
  let schema: Schema | undefined = start;
  for (const [at, step] of path.entries()) {
    schema = resolve(schema);
    if (at === 0 && step === "breaks") schema = breaks;
    else schema = typeof step === "number" ? entrySchemaOf(schema) : ownProperty(propertiesOf(schema), step);
    if (!schema) return undefined;
  }
  return schema;
}

/** True for a text without a form, such as a title, and for a person; not for a date or a choice. */
export function isFreeText(schema: Schema | undefined): boolean {
  const text = textOption(schema);
  const hasForm = text?.enum !== undefined || (text?.pattern !== undefined && text.pattern !== "\\S");
  return text !== undefined && !hasForm;
}

/** The schema of a text. The schema of a person allows a name or a mapping: then that of the name. */
export function textOption(schema: Schema | undefined): Schema | undefined {
  if (schema?.type === "string") return schema;
  return mappingIn(schema) && schema?.anyOf?.find(({ type }) => type === "string");
}

/** The keys allowed in the mapping at `path`, in writing order. */
export function keysAt(path: SchemaPath): readonly string[] {
  const properties = propertiesOf(resolve(stepsFrom(root, path)));
  return (properties && namesByProperties.get(properties)) ?? [];
}

/** True for a key that the format ignores everywhere: `x-draft`. */
export function isExtensionKey(name: string): boolean {
  return name.startsWith("x-");
}

export function requiredAt(path: SchemaPath): readonly string[] {
  const schema = schemaAt(path);
  return schema?.required ?? mappingIn(schema)?.required ?? [];
}

/** True if the schema accepts a list, possibly among other types. */
export function takesList(schema: Schema | undefined): boolean {
  const resolved = resolve(schema);
  return resolved?.type === "array" || (resolved?.anyOf ?? []).some((option) => takesList(option));
}

/** The properties of a mapping, also of one that is one of several types. */
function propertiesOf(schema: Schema | undefined): Schema["properties"] {
  return schema?.properties ?? mappingIn(schema)?.properties;
}

function mappingIn(schema: Schema | undefined): Schema | undefined {
  return schema?.anyOf?.find(({ properties }) => properties !== undefined);
}

function entrySchemaOf(schema: Schema | undefined): Schema | undefined {
  return (
    schema?.items?.else ??
    schema?.items ??
    schema?.anyOf?.map((option) => resolve(option)?.items).find((items) => items !== undefined)
  );
}

function resolve(schema: Schema | undefined): Schema | undefined {
  const name = schema?.$ref?.split("/").pop();
  return name === undefined ? schema : resolve(ownProperty(root.definitions, name));
}

/** The resolved schema; a description next to `$ref` takes precedence over the referenced one. */
function describe(schema: Schema): Schema {
  const resolved = resolve(schema) ?? {};
  return { ...resolved, ...(schema.description && { description: schema.description }) };
}

/** The names of the properties of all mappings: lists that are asked for at each key of a file. */
const namesByProperties: ReadonlyMap<NonNullable<Schema["properties"]>, readonly string[]> = new Map(
  mappingsIn(root).map((properties) => [properties, Object.keys(properties)]),
);

function mappingsIn(schema: Schema): readonly NonNullable<Schema["properties"]>[] {
  const { properties, definitions, items, anyOf = [] } = schema;
  const parts = [
    ...Object.values(properties ?? {}),
    ...Object.values(definitions ?? {}),
    ...(items ? [items] : []),
    ...anyOf,
  ];
  return [...(properties ? [properties] : []), ...parts.flatMap(mappingsIn)];
}

function ownProperty<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
