import { FoldingRangeRequest } from "vscode-languageserver";
import { folding, foldsAt } from "../../features/folding";
import { blockwise } from "./request";

export const foldingRangeRequest = blockwise(FoldingRangeRequest.type, [], {
  prepare: foldsAt,
  answer: ({ view, support }) => folding(view, support.maxFolds),
});
