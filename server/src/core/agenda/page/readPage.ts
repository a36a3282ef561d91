/** Reads the HTML of a page, such as a copied timetable of Indico. */
import type { AgendaReading } from "../agenda";

export function agendaOfPage(_html: string): AgendaReading {
  return { problem: "Agendas in HTML cannot be read yet." };
}
