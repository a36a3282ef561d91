/** The agenda in a file or a text, whatever its kind. */
import type { AgendaReading } from "../core/agenda/agenda";
import { decode } from "./encoding";
import { localDate } from "./localDate";
import { networkLimits } from "./network/networkLimits";
import type { ReadBounds } from "./readBounded";

/** An agenda has less, as an answer of Indico does. */
export const agendaBounds: ReadBounds = { bytes: networkLimits.answerBytes };

/**
 * @param name of the file, without its folder
 * @throws Error with a message for the user if the bytes are not valid in their encoding
 */
export async function agendaInBytes(bytes: Buffer, name: string): Promise<AgendaReading> {
  return agendaInText(decode(bytes).text, name);
}

export async function agendaInText(text: string, name: string): Promise<AgendaReading> {
  const { readAgenda } = await import("../core/agenda/read/agendaReaders");
  return readAgenda(text, { name, today: localDate(new Date()) });
}
