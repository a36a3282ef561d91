import { describe, expect, it } from "vitest";
import { type ErrorCode, YAMLParseError } from "yaml";
import { explain } from "../../../server/src/core/syntaxErrors/explain";

/** A text too long for repairs. */
const text = `${"x".repeat(100_001)}\n`;

describe("a syntax error without a repair", () => {
  it.each<[ErrorCode, string]>([
    ["BAD_ALIAS", "A value that starts with `*` must be in quotes."],
    ["BAD_DQ_ESCAPE", "Unknown escape in double quotes: use single quotes for a plain backslash."],
    ["BAD_INDENT", "Wrong indentation: the line does not align with the lines it belongs to."],
    ["BAD_SCALAR_START", "A value cannot start with this character: quote it."],
    ["BLOCK_AS_IMPLICIT_KEY", "A colon followed by a space starts a new key here: quote the value."],
    ["MISSING_CHAR", "Missing colon, quote or bracket."],
    ["MULTILINE_IMPLICIT_KEY", "A key must be on one line and end in a colon."],
    ["TAB_AS_INDENT", "Tabs are not allowed as indentation: use spaces."],
    ["UNEXPECTED_TOKEN", "Unexpected text: check its indentation, and the quotes and brackets above it."],
    ["IMPOSSIBLE", "This text cannot be read as YAML."],
    ["RESOURCE_EXHAUSTION", "Nested more than 300 levels deep."],
  ])("has a message for its code: %s", (code, message) => {
    expect(explain(text, new YAMLParseError([0, 1], code, ""), { kind: "key" }).message).toBe(message);
  });
});
