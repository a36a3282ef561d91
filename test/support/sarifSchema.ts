/**
 * What SARIF 2.1.0 demands of the parts a checker's log is made of, transcribed from the standard:
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. No object takes other keys.
 */
const text = { type: "string", minLength: 1 };
const uri = { type: "string", format: "uri" };
const atLeastOne = { type: "integer", minimum: 1 };
const level = { enum: ["none", "note", "warning", "error"] };

function object(properties: Readonly<Record<string, object>>, required: readonly string[] = []) {
  return { type: "object", properties, required, additionalProperties: false };
}

function list(items: object) {
  return { type: "array", items };
}

// §3.19 to §3.49
const message = object({ text }, ["text"]);
const rule = object(
  { id: text, shortDescription: message, help: message, defaultConfiguration: object({ level }) },
  ["id"],
);
const driver = object({ name: text, version: text, rules: list(rule) }, ["name"]);

// §3.27 to §3.30
const region = object({
  startLine: atLeastOne,
  startColumn: atLeastOne,
  endLine: atLeastOne,
  endColumn: atLeastOne,
});
const artifactLocation = object({ uri: { type: "string", format: "uri-reference" } });
const location = object({ physicalLocation: object({ artifactLocation, region }, ["artifactLocation"]) });
const result = object(
  {
    ruleId: text,
    ruleIndex: { type: "integer", minimum: 0 },
    level,
    message,
    locations: list(location),
    partialFingerprints: { type: "object", additionalProperties: text },
  },
  ["message"],
);

// §3.13 and §3.14
const run = object(
  {
    tool: object({ driver }, ["driver"]),
    columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
    results: list(result),
  },
  ["tool"],
);

export const sarifSchema = object({ $schema: uri, version: { const: "2.1.0" }, runs: list(run) }, [
  "version",
  "runs",
]);
