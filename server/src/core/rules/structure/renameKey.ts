/** Fixes that rename an unknown key and convert its value. */

import { isScalar, isSeq } from "yaml";
import { hasExtensions } from "../../document/plainValues";
import type { Fix } from "../../findings/finding";
import { isDateKey, isMarkdownKey, isPeopleKey } from "../../schema/keyKinds";
import { isFreeText, type SchemaPath, schemaAt, takesList } from "../../schema/schema";
import { labelledMarkdown } from "../../text/labelledMarkdown";
import type { Edit } from "../../text/range";
import { isCalendarDate } from "../../time/calendarDate";
import { textValue, withComment } from "../../yaml/blockText";
import { pairEnd, replaceScalar, replaceValue } from "../../yaml/edits";
import {
  entriesOf,
  isEmpty,
  type KeyedValue,
  type Node,
  rangeOf,
  type Scalar,
  stringOf,
  type YAMLMap,
} from "../../yaml/nodes";
import { isPlaceholderValue } from "../../yaml/placeholderNode";
import { plainValue } from "../../yaml/plainValue";
import { quote } from "../../yaml/scalars";
import { listShapeOf } from "../entries/listShape";
import type { RuleContext } from "../shared/rule";
import type { SchemaLocation } from "../shared/schemaLocation";
import { themeTextFinding } from "../themes/themeText";
import { dateFixes } from "../values/dateFixes";
import { statusOf } from "../values/statusFixes";
import { patternFixes, renamedKeyValueEdits, typeFixes } from "../values/valueFixes";
import { wholeText } from "../values/wholeText";
import { joinedEdits, rangeAfterKey } from "./listAsText";

/**
 * One fix for each reading of the value: `speaker: Forti, A.` is one person or two.
 * @param path of the mapping
 */
export function renameKeyFixes(
  key: string,
  pair: KeyedValue,
  map: YAMLMap,
  path: SchemaPath,
  context: RuleContext,
): readonly Fix[] {
  const readings = valueReadings([...path, key], pair, map, context);
  return readings.map(({ title, edits }) => ({
    title: `Replace with \`${key}\`${readings.length > 1 ? `, ${title}` : ""}`,
    edits: [replaceScalar(context.text, pair.key, key), ...edits],
  }));
}

function valueReadings(
  path: SchemaPath,
  pair: KeyedValue,
  map: YAMLMap,
  context: RuleContext,
): readonly Pick<Fix, "title" | "edits">[] {
  const { value } = pair;
  const key = String(path.at(-1));
  const whole = isFreeText(schemaAt(path)) ? wholeText(value, context.text) : undefined;
  if (whole) return [{ title: "", edits: [{ ...whole.range, text: quote(whole.words) }] }];
  const isNames = isScalar(value) && isPeopleKey(key);
  if (isNames || (key === "themes" && isPlaceholderValue(value)))
    return renamedKeyValueEdits(path, value, context);
  return [{ title: "", edits: valueEdits(path, pair, map, context) }];
}

/** Edits that make the value of the renamed key one that its new key takes. */
function valueEdits(path: SchemaPath, pair: KeyedValue, map: YAMLMap, context: RuleContext): readonly Edit[] {
  const { value } = pair;
  const schema = schemaAt(path);
  if (!value || isEmpty(value)) return [];
  const key = String(path.at(-1));
  if (takesList(schema)) return listValueEdits(key, path, value, context);
  if (isSeq(value)) return listAsText(key, pair, map, value, context.text);
  if (!isScalar(value)) return [];
  if (key === "status") return statusEdits(value, schema?.enum?.map(String) ?? [], context.text);
  if (schema?.type === "string" && typeof value.value !== "string" && key !== "start")
    return [quoted(value, context.text)];
  const location = { path, node: value, key: pair.key, parent: map };
  return preferredEdits(location, schema?.type === "string" && key !== "start", value, context);
}

/** Entries in another form, `Kubernetes: 12` in `result`, are converted too. */
function listValueEdits(key: string, path: SchemaPath, value: Node, context: RuleContext): readonly Edit[] {
  const [shape] = listShapeOf(key, value, context);
  if (shape) return shape.finding.fixes?.()[0]?.edits ?? [];
  if (key !== "themes") return firstReading(path, value, context);
  if (isSeq(value)) return entriesOf(value).flatMap((entry) => exactTheme(entry, context));
  const themes = themeTextFinding(value, context)
    ?.fixes?.()
    .find(({ preferred }) => preferred);
  return themes?.edits ?? firstReading(path, value, context);
}

function firstReading(path: SchemaPath, value: Node, context: RuleContext): readonly Edit[] {
  return renamedKeyValueEdits(path, value, context)[0]?.edits ?? [];
}

/** `Storage integration` as `storage-integration` */
function exactTheme(entry: Node, { text, vocabulary }: RuleContext): readonly Edit[] {
  const name = stringOf(entry) ?? "";
  if (name === "" || vocabulary.resolve(name)) return [];
  const exact = vocabulary.correctionsFor(name).filter(({ match }) => match === "exact");
  return exact.length === 1 && exact[0] ? [replaceScalar(text, entry, exact[0].ref)] : [];
}

function quoted(value: Node, text: string): Edit {
  const { start, end } = rangeOf(value);
  return { start, end, text: quote(text.slice(start, end)) };
}

function preferredEdits(
  location: SchemaLocation & { readonly parent: YAMLMap },
  isText: boolean,
  value: Node,
  context: RuleContext,
): readonly Edit[] {
  const { path, parent } = location;
  const name = String(path.at(-1));
  const written = stringOf(value);
  const schema = schemaAt(path);
  if (written !== undefined && isDateKey(name)) {
    const pair = { key: value as Scalar, name, value };
    return isCalendarDate(written) ? [] : preferredOf(dateFixes(parent, pair, written, context));
  }
  const isValid =
    written !== undefined && schema?.type === "string" && new RegExp(schema.pattern ?? "").test(written);
  if (isValid || isFittingNumber(path, value)) return [];
  const isTextValue = isText || (name === "start" && written !== undefined);
  return preferredOf(
    isTextValue ? patternFixes(location, value, context) : typeFixes(location, value, context),
  );
}

function preferredOf(fixes: readonly Fix[]): readonly Edit[] {
  return fixes.find(({ preferred }) => preferred)?.edits ?? [];
}

function isFittingNumber(path: SchemaPath, value: Node): boolean {
  const type = schemaAt(path)?.type;
  return isScalar(value) && typeof value.value === "number" && (type === "number" || type === "integer");
}

/** `state: closed` as `status: done` */
function statusEdits(value: Node, options: readonly string[], text: string): readonly Edit[] {
  const status = isScalar(value) ? statusOf(String(value.value), options) : undefined;
  return status === undefined || stringOf(value) === status ? [] : [replaceValue(text, value, status)];
}

/** A list without keys `x-…` as the entries of a Markdown list for notes, as names with commas for other keys. */
function listAsText(key: string, pair: KeyedValue, map: YAMLMap, value: Node, text: string): readonly Edit[] {
  if (isMarkdownKey(key)) {
    const plain = plainValue(value);
    const lines = hasExtensions(plain) ? [] : labelledMarkdown(key, plain).slice(1);
    const [end, comment] = withComment(text, pairEnd(text, pair), map);
    return lines.length === 0
      ? []
      : [
          {
            ...rangeAfterKey(pair, value, text),
            end,
            text: ` ${textValue(text, map, pair, lines, comment)}`,
          },
        ];
  }
  return joinedEdits(pair, value, text);
}
