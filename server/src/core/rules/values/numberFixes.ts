/** Fixes for numbers of minutes and of people that are written as text. */

import { isMap } from "yaml";
import type { Fix } from "../../findings/finding";
import { schemaPathOf } from "../../schema/itemKinds";
import { keysAt, type Schema, type SchemaPath, schemaAt } from "../../schema/schema";
import { messageText } from "../../text/displayText";
import { type Edit, lineAt } from "../../text/range";
import { readCount } from "../../text/readCount";
import { readDurations } from "../../time/readDurations";
import { appendLines } from "../../yaml/blockText";
import { addKey, replaceValue } from "../../yaml/edits";
import { type Node, pairOf, type YAMLMap } from "../../yaml/nodes";
import { quote } from "../../yaml/scalars";
import type { SchemaLocation } from "../shared/schemaLocation";

/**
 * `duration: 1h30`, `responses: 31 responses`, `count: "12"`
 * @param written the value without its quotes
 */
export function numberFixes(
  { path, parent }: SchemaLocation,
  node: Node,
  written: string,
  text: string,
): readonly Fix[] {
  const readings = readNumbers(schemaAt(path), written);
  const isOnly = readings.length === 1;
  return readings.flatMap(({ value, isCertain, rest }): readonly Fix[] => {
    const title = `Replace with \`${value}\``;
    const edit = replaceValue(text, node, String(value));
    if (rest !== undefined && isMap(parent))
      return restFixes(rest, { title, edit, written }, parent, path, text);
    return [{ title, edits: [edit], preferred: isOnly, safe: isOnly && isCertain }];
  });
}

/** `of 31` after a number goes to the notes of the survey; without notes it becomes a comment. */
function restFixes(
  rest: string,
  { title, edit, written }: { readonly title: string; readonly edit: Edit; readonly written: string },
  map: YAMLMap,
  path: SchemaPath,
  text: string,
): readonly Fix[] {
  const words = messageText(rest);
  const isAtEnd = !map.flow && text.slice(edit.end, lineAt(text, edit.end).end).trim() === "";
  const line = `Responses: ${written.trim()}`;
  const addition = path.at(-1) === "responses" ? noteEdit(line, map, text) : undefined;
  const fixes = [
    ...(addition
      ? [{ title: `${title}, add \`${messageText(line)}\` to the notes`, edits: [edit, addition] }]
      : []),
    isAtEnd
      ? {
          title: `${title}, keep \`${words}\` as a comment`,
          edits: [{ ...edit, text: `${edit.text} # ${rest}` }],
        }
      : { title: `${title}, leave out \`${words}\``, edits: [edit] },
  ];
  return fixes.map((fix, at) => ({ ...fix, preferred: at === 0 }));
}

function noteEdit(line: string, map: YAMLMap, text: string): Edit | undefined {
  const notes = pairOf(map, "notes");
  if (notes) return appendLines(text, map, notes, [line]);
  return addKey(text, map, "notes", quote(line), keysAt(schemaPathOf("surveys")));
}

interface NumberReading {
  readonly value: number;
  readonly isCertain: boolean;
  readonly rest?: string;
}

function readNumbers(schema: Schema | undefined, written: string): readonly NumberReading[] {
  if (schema?.type === "number")
    return readDurations(written).map(({ minutes, isCertain }) => ({ value: minutes, isCertain }));
  const count = schema?.type === "integer" ? readCount(written) : undefined;
  return count ? [{ ...count, value: count.count }] : [];
}
