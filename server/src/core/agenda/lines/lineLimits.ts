/** Limits of the lines of a text that is read as an agenda. */

/** Maximum UTF-16 units of a line of which the parts are read; a longer one is prose. */
export const maxAgendaLine = 500;

/** Maximum UTF-16 units of a text that may be the name of a person with an affiliation, or a list of them. */
export const maxPeopleText = 300;
