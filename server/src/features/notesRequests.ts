/** Requests about notes; a separate bundle, loaded on the first request. */

export { arrangements } from "../core/notes/arrange/sections";
export { formats, renderNotes } from "../core/notes/formats";
export { preview } from "./preview";
