/** The readers of agendas, which are a separate bundle: it is loaded when a person imports or pastes an agenda. */
export { agendaOfExports } from "../indico/agendaOfExports";
export { readAgenda } from "./readAgenda";
export { agendaOfPaste } from "./readPasted";
