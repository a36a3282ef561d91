/** The agenda of an event, read from Indico. */
import type { AgendaReading } from "../../core/agenda/agenda";
import { type IndicoAddress, type IndicoAddressReading, pageOf } from "../../core/text/indicoAddress";
import { NetworkError } from "../network/networkError";
import type { IndicoConnection } from "./indicoConnection";
import { isSameHost, readExports, resolveEvent } from "./readExports";

/** How Indico is reached; a token depends on the host. */
export interface AgendaConnection extends Omit<IndicoConnection, "token"> {
  readonly tokenFor: (event: IndicoAddress) => string | undefined;
}

/**
 * A token is sent to the host that the person named, and not where a short address leads.
 * @throws NetworkError
 */
export async function readEventAgenda(
  reading: IndicoAddressReading,
  { tokenFor, ...connection }: AgendaConnection,
): Promise<AgendaReading> {
  const event = await resolveEvent(reading, connection);
  const isNamed = isNamedHost(reading, event);
  const token = isNamed ? tokenFor(event) : undefined;
  const exports = await readExports(event, { ...connection, token }).catch((error: unknown) => {
    throw isNamed ? error : withoutTokenNeed(error, event);
  });
  const { agendaOfExports } = await import("../../core/agenda/read/agendaReaders");
  const result = agendaOfExports(exports);
  if ("problem" in result) return result;
  const { agenda } = result;
  return { agenda: { ...agenda, remarks: [...exports.remarks, ...agenda.remarks] } };
}

/**
 * The event that an address leads to, also where it is that of a contribution.
 * @throws NetworkError, also if it is at another host than the person named: the token is not for that one
 */
export async function eventToPublish(
  reading: IndicoAddressReading,
  connection: Omit<IndicoConnection, "token">,
): Promise<IndicoAddress> {
  const event = await resolveEvent(reading, connection);
  if (!isNamedHost(reading, event))
    throw new NetworkError("address", `the address leads to ${pageOf(event)}; use that one`);
  return { base: event.base, event: event.event };
}

function isNamedHost(reading: IndicoAddressReading, event: IndicoAddress): boolean {
  if (!("leadsToEvent" in reading)) return true;
  return isSameHost({ base: new URL(reading.leadsToEvent).origin, event: event.event }, event);
}

/** Only the address there can be used with a token. */
function withoutTokenNeed(error: unknown, event: IndicoAddress): unknown {
  if (!(error instanceof NetworkError) || !error.tokenNeed) return error;
  return new NetworkError(
    error.kind,
    `${error.message}; the address leads to ${pageOf(event)}: use that one with a token`,
  );
}
