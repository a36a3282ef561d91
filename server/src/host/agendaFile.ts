/** The agenda in a file or a text, whatever its kind. */
import type { AgendaReading } from "../core/agenda/agenda";
import { decode } from "./encoding";
import { localDate } from "./localDate";
import { networkLimits } from "./network/networkLimits";
import type { ReadBounds } from "./readBounded";

/** An agenda has less, as an answer of Indico does. */
export const agendaBounds: ReadBounds = { bytes: networkLimits.answerBytes };

const calendarStart = "BEGIN:VCALENDAR";

/**
 * @param name of the file, without its folder
 * @param timezone of the file that the agenda is for
 * @throws Error with a message for the user if the bytes are not valid in their encoding
 */
export async function agendaInBytes(bytes: Buffer, name: string, timezone?: string): Promise<AgendaReading> {
  return agendaInText(decode(unfolded(bytes)).text, name, timezone);
}

export async function agendaInText(text: string, name: string, timezone?: string): Promise<AgendaReading> {
  const { readAgenda } = await import("../core/agenda/read/agendaReaders");
  return readAgenda(text, {
    name,
    today: localDate(new Date()),
    ...(timezone !== undefined && { timezone }),
  });
}

/** A calendar without the breaks of its long lines, which may be within a character. RFC 5545, section 3.1 */
function unfolded(bytes: Buffer): Buffer {
  if (bytes.subarray(0, calendarStart.length).toString("latin1") !== calendarStart) return bytes;
  return Buffer.from(bytes.toString("latin1").replaceAll(/\r?\n[ \t]/g, ""), "latin1");
}
