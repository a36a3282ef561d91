/** The content of a file read as one text, to compare with its content split into blocks. */
import { isMap, isScalar } from "yaml";
import { parseBlock } from "../../../server/src/core/document/parseBlock";
import { lineAt } from "../../../server/src/core/text/range";
import { pairsOf, rangeOf } from "../../../server/src/core/yaml/nodes";
import { parseYaml } from "../../../server/src/core/yaml/parseYaml";
import { readMeeting } from "../meeting";

interface Reading {
  readonly isBroken: boolean;
  /** the meeting's head and the items, with what they belong to, in the order of the file */
  readonly units: readonly { readonly kind: string; readonly value: unknown }[];
}

const keys = /^(?:meeting|sessions|contributions|actions|surveys|discussion)$/;

/** @returns `undefined` if a YAML parser reads no meeting in the whole text */
export function readAsOneText(text: string): Reading | undefined {
  const { errors, contents } = parseYaml(text);
  if (errors.length > 0 || !isMap(contents)) return undefined;
  if (contents.items.some(({ key }) => isParserArtefact(key, text))) return undefined;
  const whole = parseBlock(text, { kind: "whole" });
  if (!whole.isValidYaml || !whole.entries.some(({ name }) => keys.test(name))) return undefined;
  return { isBroken: false, units: whole.units.map(({ kind, value }) => ({ kind, value })) };
}

/**
 * True for a valid file that is read otherwise on purpose: a key of the root that is taken for pasted text or for a key of
 * the unit above it, and lines that are part of another item or of none.
 */
export function isReadOtherwise(text: string): boolean {
  const { blocks } = readMeeting(text);
  const keyBlocks = blocks.filter(({ block }) => block.shape.kind !== "item");
  const starts = new Set(keyBlocks.map(({ block, start }) => start + block.text.search(/^[^\s#]/m)));
  const isJoined = pairsOf(parseYaml(text).contents).some(
    ({ name, key }) => !keys.test(name) && !starts.has(lineAt(text, rangeOf(key).start).start),
  );
  const hasMisplacedLines = blocks.some(
    ({ block }) => !block.isValidYaml && parseYaml(block.text).errors.length === 0,
  );
  return isJoined || hasMisplacedLines;
}

/** `  : z` below an item, or below a word at the margin: the parser takes it for a key of the root, and YAML does not. */
function isParserArtefact(key: unknown, text: string): boolean {
  if (!isScalar(key) || key.value === null) return true;
  const [start = 0, end = 0] = key.range ?? [];
  const isExplicit = /\?[ \t]+(?:[&!]\S*[ \t]+)*$/.test(
    text.slice(text.lastIndexOf("\n", start - 1) + 1, start),
  );
  return !isExplicit && /^[ \t]*(?:#.*)?\r?\n/.test(text.slice(end));
}

export function readAsBlocks(text: string): Reading {
  const { blocks } = readMeeting(text);
  return {
    isBroken: blocks.some(({ block }) => !block.isValidYaml),
    units: blocks.flatMap(({ block }) =>
      block.withNodes(({ units }) => units.map(({ kind, value }) => ({ kind, value }))),
    ),
  };
}
