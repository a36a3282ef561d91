import type { CancellationToken } from "vscode-languageserver";
import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import type { KeptBlock } from "../../core/document/block";
import { Turn } from "../../host/timeSlice";

/** Calls `act` for each block of a file, a few milliseconds at a time, until the request is cancelled. */
export async function eachBlock(
  document: MeetingDocument,
  act: (block: KeptBlock, line: number) => void,
  token: CancellationToken,
): Promise<void> {
  const turn = new Turn();
  for (const [index, block] of document.list.kept.entries()) {
    act(block, document.lineOf(index));
    if (!turn.isOver()) continue;
    await turn.next();
    if (token.isCancellationRequested) return;
  }
}
