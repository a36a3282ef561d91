import type { BlockDocument } from "../../document/blockDocument";
import { type Finding, shiftFinding } from "../../findings/finding";
import { isExtensionKey, keysAt } from "../../schema/schema";
import { duplicateKeyFinding } from "../keys/duplicateKey";
import { emptyKey } from "../keys/emptyKey";
import type { FileContext, FileRule } from "../shared/rule";
import { emptyFile } from "./emptyFile";
import { headAtRoot } from "./headAtRoot";
import { missingRootKeys } from "./missingRootKeys";
import { repeatedListFixes } from "./repeatedList";
import { type RootCorrections, rootCorrections } from "./rootCorrections";
import { type RootEntry, rootEntries } from "./rootEntries";
import { rootValue } from "./rootValues";
import { unknownRootKey } from "./unknownRootKey";
import { wordsBelowItems } from "./wordsBelowItem";

/** The keys at the file's root. */
export const rootKeys: FileRule = {
  codes: ["duplicate-key", "unknown-key", "missing-key", "wrong-type"],
  check: checkRootKey,
};

function checkRootKey(document: BlockDocument, context: FileContext): readonly Finding[] {
  const entries = rootEntries(document);
  if (entries.length === 0) return document.hasSyntaxErrors() ? [] : [emptyFile(document.text, context)];
  const corrections = rootCorrections(entries, document, context.vocabulary);
  const head = headAtRoot(entries, document.text);
  const others = entries.filter((entry) => !head?.entries.includes(entry));
  const words = wordsBelowItems(others, corrections, document);
  const inWords = new Set(words.flatMap((run) => run.entries));
  const missing = missingRootKeys(document, entries, corrections, context);
  return [
    ...(head ? [head.finding] : missing),
    ...words.map(({ finding }) => finding),
    ...others
      .filter((entry) => !inWords.has(entry))
      .flatMap((entry) => entryFinding(entry, corrections, document, context) ?? []),
  ];
}

function entryFinding(
  entry: RootEntry,
  corrections: RootCorrections,
  document: BlockDocument,
  { vocabulary }: FileContext,
): Finding | undefined {
  const empty = emptyKey(entry.entry.key, entry.block.text);
  if (empty) return shiftFinding(empty, entry.start);
  if (isExtensionKey(entry.name)) return undefined;
  if (!keysAt([]).includes(entry.name))
    return unknownRootKey(entry, corrections.get(entry.name) ?? [], document);
  if (!entry.first) return rootValue(entry, document, vocabulary);
  const finding = duplicateKeyFinding(entry.name, entry.range, entry.first.range);
  return { ...finding, fixes: () => repeatedListFixes(entry, document) };
}
