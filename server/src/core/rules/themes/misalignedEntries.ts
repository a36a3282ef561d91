/** Entries of a list that YAML joins to the entry above, as their dash is too far to the right. */
import { isScalar, isSeq } from "yaml";
import type { Unit } from "../../document/parseBlock";
import type { Finding } from "../../findings/finding";
import { countedSpaces } from "../../syntaxErrors/spaces";
import { type Edit, lineAt, type Range } from "../../text/range";
import { isDash, skipBlanks } from "../../yaml/lineShape";
import { asNode, entriesOf, type Node, pairOf, rangeOf } from "../../yaml/nodes";
import type { TextValue } from "../shared/textValues";

/**
 * `lost-text` for `- security` above ` - storage-integration`, which is one entry.
 * @param values the text values of the unit
 */
export function misalignedEntries(
  unit: Unit,
  values: readonly TextValue[],
  text: string,
): readonly Finding[] {
  const lists = new Set<Node>();
  const themes = pairOf(unit.node, "themes")?.value;
  if (themes) lists.add(themes);
  for (const { pair, parent } of values) if (!pair) lists.add(parent);
  return [...lists].flatMap((list) => findingsIn(list, text));
}

/** True if an entry has the dash of another entry in its text. */
export function holdsEntry(node: Node | null, text: string): boolean {
  return node !== null && dashesIn(node, text).length > 0;
}

function findingsIn(list: Node, text: string): readonly Finding[] {
  if (!isSeq(list) || list.flow) return [];
  const column = rangeOf(list).start - lineAt(text, rangeOf(list).start).start;
  const dashes = entriesOf(list).flatMap((entry) => dashesIn(entry, text));
  const [first] = dashes;
  if (!first) return [];
  const width = first.start - lineAt(text, first.start).start;
  return [
    {
      code: "lost-text",
      range: first,
      message: `This entry is part of the text above: inconsistent indentation, ${countedSpaces(width)}, expected ${column}.`,
      fixes: () => [
        {
          title: `Indent by ${countedSpaces(column)}`,
          edits: dashes.map(({ start }) => indentEdit(text, start, column)),
          preferred: true,
        },
      ],
    },
  ];
}

function indentEdit(text: string, start: number, column: number): Edit {
  return { start: lineAt(text, start).start, end: start, text: " ".repeat(column) };
}

/** The lines of a plain scalar, after its first, that begin with a dash; without their indentation. */
function dashesIn(node: Node, text: string): readonly Range[] {
  const scalar = asNode(node);
  if (!isScalar(scalar) || scalar.type !== "PLAIN") return [];
  const { start, end } = rangeOf(scalar);
  const dashes: Range[] = [];
  for (let newline = text.indexOf("\n", start); newline >= 0 && newline < end; ) {
    const line = lineAt(text, newline + 1);
    const at = skipBlanks(text, line.start, line.end);
    if (at < end && isDash(text, at)) dashes.push({ start: at, end: Math.min(line.end, end) });
    newline = text.indexOf("\n", line.end);
  }
  return dashes;
}
