/** What clients ask of notes: a bundle of its own, loaded when somebody asks, since not every session does. */

export { arrangements } from "../core/notes/arrange/sections";
export { formats, renderNotes } from "../core/notes/formats";
export { preview } from "./preview";
