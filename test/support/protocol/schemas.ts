/** JSON Schemas of the protocol's types, strict: a structure has no other properties than its own. */
import type { Enumeration, MetaModel, Property, Structure, Type } from "./metaModel";

export type Schema = Readonly<Record<string, unknown>>;

const integer = { type: "integer", minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };
const uri = { type: "string", pattern: "^[A-Za-z][A-Za-z0-9+.-]*:" };

const bases: Readonly<Record<string, Schema>> = {
  URI: uri,
  DocumentUri: uri,
  integer,
  uinteger: { ...integer, minimum: 0 },
  decimal: { type: "number" },
  RegExp: { type: "string" },
  string: { type: "string" },
  boolean: { type: "boolean" },
  null: { type: "null" },
};

/** What the protocol leaves to the two sides. */
const openTypes: Readonly<Record<string, Schema>> = {
  LSPAny: {},
  LSPObject: { type: "object" },
  LSPArray: { type: "array" },
};

/** Schemas of all named types, for the `definitions` of one document. */
export function definitionsOf(model: MetaModel): Readonly<Record<string, Schema>> {
  return Object.fromEntries([
    ...model.structures.map((structure) => [structure.name, structureSchema(structure, model)]),
    ...model.enumerations.map((enumeration) => [enumeration.name, enumerationSchema(enumeration, model)]),
    ...model.typeAliases.map(({ name, type }) => [name, schemaOf(type, model)]),
    ...Object.entries(openTypes),
  ]);
}

/** A type with references into `#/definitions`. */
export function schemaOf(type: Type, model: MetaModel): Schema {
  switch (type.kind) {
    case "base":
      return schemaNamed(bases, type.name);
    case "reference":
      return { $ref: `#/definitions/${type.name}` };
    case "array":
      return { type: "array", items: schemaOf(type.element, model) };
    case "map":
      return { type: "object", additionalProperties: schemaOf(type.value, model) };
    case "or":
      return { anyOf: type.items.map((item) => schemaOf(item, model)) };
    case "and":
      return objectSchema(
        type.items.flatMap((item) => propertiesOf(item, model)),
        model,
      );
    case "tuple":
      return tupleSchema(type.items, model);
    case "literal":
      return objectSchema(type.value.properties, model);
    case "stringLiteral":
      return { const: type.value };
  }
}

function structureSchema(structure: Structure, model: MetaModel): Schema {
  return objectSchema(allProperties(structure, model), model);
}

function enumerationSchema({ type, values, supportsCustomValues }: Enumeration, model: MetaModel): Schema {
  return supportsCustomValues ? schemaOf(type, model) : { enum: values.map(({ value }) => value) };
}

function objectSchema(properties: readonly Property[], model: MetaModel): Schema {
  return {
    type: "object",
    properties: Object.fromEntries(properties.map(({ name, type }) => [name, schemaOf(type, model)])),
    required: [...new Set(properties.filter(({ optional }) => !optional).map(({ name }) => name))],
    additionalProperties: false,
  };
}

function tupleSchema(items: readonly Type[], model: MetaModel): Schema {
  const count = items.length;
  return {
    type: "array",
    items: items.map((item) => schemaOf(item, model)),
    minItems: count,
    maxItems: count,
    additionalItems: false,
  };
}

/** Its own last, since a structure may narrow what it inherits. */
function allProperties(structure: Structure, model: MetaModel): readonly Property[] {
  const inherited = [...(structure.extends ?? []), ...(structure.mixins ?? [])];
  return [...inherited.flatMap((type) => propertiesOf(type, model)), ...structure.properties];
}

function propertiesOf(type: Type, model: MetaModel): readonly Property[] {
  const structure =
    type.kind === "reference" ? model.structures.find(({ name }) => name === type.name) : undefined;
  if (!structure) throw new Error(`The meta-model joins what is no structure: ${JSON.stringify(type)}`);
  return allProperties(structure, model);
}

function schemaNamed(schemas: Readonly<Record<string, Schema>>, name: string): Schema {
  const schema = schemas[name];
  if (!schema) throw new Error(`The meta-model has an unknown base type: ${name}`);
  return schema;
}
