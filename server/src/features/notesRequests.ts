/** What clients ask of notes: a bundle of its own, loaded when somebody asks, since not every session does. */
export { formats, renderNotes } from "../core/notes/render";
export { arrangements } from "../core/notes/sections";
export { preview } from "./preview";
