import { HoverRequest } from "vscode-languageserver";
import { hover } from "../../features/hover";
import { adaptHover } from "../client/adaptAnswers";
import { immediate } from "./request";

export const hoverRequest = immediate(HoverRequest.type, null, ({ view, params, support }) =>
  adaptHover(support, hover(view, params.position)),
);
