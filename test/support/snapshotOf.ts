import type { MeetingDocument } from "../../server/src/core/analysis/meetingDocument";
import { documentSymbols } from "../../server/src/features/documentSymbols";
import { folding } from "../../server/src/features/folding";
import { viewOf } from "./meeting";

/** All that can be told of a document: how it is cut, what is found in it with its cures, its items, symbols and folds. */
export function snapshotOf(document: MeetingDocument) {
  const view = viewOf(document);
  return {
    blocks: document.blockList.blocks.map(({ text, shape }) => ({ text, piece: shape })),
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
