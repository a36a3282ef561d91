/** Reads an agenda as people write it in mails. */
import type { AgendaReading } from "../agenda";

export function agendaOfText(_text: string): AgendaReading {
  return { problem: "Agendas in plain text cannot be read yet." };
}
