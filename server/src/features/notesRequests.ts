/** Requests about notes; a separate bundle, loaded on the first request. */

export { itemTargets, meetingTarget } from "../core/minutes/minutesTargets";
export { arrangements } from "../core/notes/arrange/sections";
export { formats, renderNotes } from "../core/notes/formats";
export { partialNames } from "../core/notes/template/renderTemplate";
export { templatedNotes } from "../core/notes/templatedNotes";
export { preview } from "./preview";
