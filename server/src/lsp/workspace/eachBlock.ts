import type { CancellationToken } from "vscode-languageserver";
import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import type { Block } from "../../core/document/block";
import { TimeSlice } from "../../host/timeSlice";

/** Calls `prepare` for each block of a file in time slices, until the request is cancelled. */
export async function eachBlock(
  document: MeetingDocument,
  prepare: (block: Block, line: number) => void,
  token: CancellationToken,
): Promise<void> {
  const slice = new TimeSlice();
  for (const [index, block] of document.blockList.blocks.entries()) {
    prepare(block, document.lineOfBlock(index));
    if (!slice.isOver()) continue;
    await slice.yieldToEventLoop();
    if (token.isCancellationRequested) return;
  }
}
