import type { BlockDocument } from "../document/blockDocument";
import { type Finding, shiftFinding } from "../findings/finding";
import { keysAt } from "../schema/schema";
import { duplicateKeyFinding } from "./duplicateKey";
import { emptyFile } from "./emptyFile";
import { emptyKey } from "./emptyKey";
import { missingRootKeys } from "./missingRootKeys";
import { type RootEntry, rootEntries } from "./rootEntries";
import { rootValue } from "./rootValues";
import type { FileContext, FileRule } from "./rule";
import { unknownRootKey } from "./unknownRootKey";

/** The keys at the file's root. */
export const rootKeys: FileRule = {
  codes: ["duplicate-key", "unknown-key", "missing-key", "wrong-type"],
  check: checkRootKey,
};

function checkRootKey(document: BlockDocument, context: FileContext): readonly Finding[] {
  const entries = rootEntries(document);
  if (entries.length === 0) return document.hasSyntaxErrors() ? [] : [emptyFile(document.text, context)];
  const names = new Set(entries.map(({ name }) => name));
  const unused = keysAt([]).filter((key) => !names.has(key));
  return [
    ...missingRootKeys(document, entries, context),
    ...entries.flatMap((entry) => entryFinding(entry, unused, document, context) ?? []),
  ];
}

/** @param unusedKeys the keys of the format that the file does not have */
function entryFinding(
  entry: RootEntry,
  unusedKeys: readonly string[],
  document: BlockDocument,
  { vocabulary }: FileContext,
): Finding | undefined {
  const empty = emptyKey(entry.entry.key, entry.block.text);
  if (empty) return shiftFinding(empty, entry.start);
  if (!keysAt([]).includes(entry.name)) return unknownRootKey(entry, unusedKeys, vocabulary);
  return entry.first
    ? duplicateKeyFinding(entry.name, entry.range, entry.first.range)
    : rootValue(entry, document);
}
