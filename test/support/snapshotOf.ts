import type { MeetingDocument } from "../../server/src/core/analysis/meetingDocument";
import { documentSymbols } from "../../server/src/features/documentSymbols";
import { folding } from "../../server/src/features/folding";
import { viewOf } from "./meeting";

/** A snapshot of a document for comparisons: its blocks, findings with their fixes, items, symbols and folds. */
export function snapshotOf(document: MeetingDocument) {
  const view = viewOf(document);
  return {
    blocks: document.blockList.blocks.map(({ text, shape }) => ({ text, shape })),
    findings: document.findings().map(({ code, range, message, related, fixes }) => ({
      code,
      range,
      message,
      related,
      fixes: fixes?.(),
    })),
    items: document.items().map(({ start, summary }) => ({ start, summary })),
    isBroken: document.hasSyntaxErrors(),
    symbols: documentSymbols(view),
    folds: folding(view),
  };
}
