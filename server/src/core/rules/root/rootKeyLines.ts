/** The words of an unknown root key. */
import type { BlockDocument } from "../../document/blockDocument";
import { withoutExtensions } from "../../document/plainValues";
import { labelledMarkdown } from "../../text/labelledMarkdown";
import { type Range, trimmedEnd } from "../../text/range";
import { withoutExtensionKeys } from "../../yaml/extensionKeys";
import { isEmpty } from "../../yaml/nodes";
import { plainValue } from "../../yaml/plainValue";
import { wholeText } from "../values/wholeText";
import type { RootEntry } from "./rootEntries";

/** The lines of the key and of the entries below it. */
export function rootKeyRange({ block, start }: RootEntry, document: BlockDocument): Range {
  const { blocks } = document.blockList;
  let end = start + block.text.length;
  for (let index = document.blockIndexAt(start) + 1; index < blocks.length; index++) {
    const next = blocks[index];
    if (next?.shape.kind !== "item" || next.shape.list !== undefined) break;
    end += next.text.length;
  }
  return { start, end };
}

/** The words of an unknown root key as Markdown; undefined without words, and if the file is one block. */
export function rootKeyLines(root: RootEntry, document: BlockDocument): readonly string[] | undefined {
  const { name, entry, block, start } = root;
  if (block.entries.length > 1) return undefined;
  const { value } = entry;
  if (value && (!isEmpty(value) || wholeText(value, block.text))) {
    const plain = plainValue(value, (scalar) => wholeText(scalar, block.text)?.words);
    return plain === undefined ? undefined : labelledMarkdown(name, withoutExtensions(plain));
  }
  const below = document.slice(start + block.text.length, rootKeyRange(root, document).end);
  const source = withoutExtensionKeys(below);
  return source.trim() === ""
    ? undefined
    : [...labelledMarkdown(name, "x").map(labelOnly), ...dedented(source)];
}

function labelOnly(line: string): string {
  return line.slice(0, line.lastIndexOf(" "));
}

function dedented(source: string): readonly string[] {
  const lines = source.slice(0, trimmedEnd(source, source.length)).split(/\r?\n/);
  const indent = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent).trimEnd());
}
