/** The exports that an agenda is read from: https://docs.getindico.io/en/stable/http-api/exporters/event/ */
import {
  type IndicoAddress,
  type IndicoAddressReading,
  readIndicoAddress,
} from "../../core/text/indicoAddress";
import { NetworkError } from "../network/networkError";
import { sendRequest } from "../network/sendRequest";
import type { IndicoConnection } from "./indicoConnection";
import { type Asked, hostOf, jsonOf, membersOf, missing, refusal } from "./refusals";

/** Parsed JSON, whose content is not checked. */
export interface EventExports {
  readonly address: IndicoAddress;
  /** the answer of `/export/event/…?detail=sessions` with one event */
  readonly event: unknown;
  /** the answer of `/export/timetable/…`, which alone has the breaks */
  readonly timetable?: unknown;
  /** sentences for the person who imports */
  readonly remarks: readonly string[];
}

/** @throws NetworkError if there is no such event, or it cannot be read */
export async function readExports(
  address: IndicoAddress,
  connection: IndicoConnection,
): Promise<EventExports> {
  const asked: Asked = {
    subject: `event ${address.event}`,
    address,
    hasToken: connection.token !== undefined,
    scope: "read:legacy_api",
    right: "see the agenda",
  };
  // a failure of one ends the other
  const other = new AbortController();
  const signal = AbortSignal.any([other.signal, ...(connection.signal ? [connection.signal] : [])]);
  const { onProgress, ...rest } = connection;
  const timetableAnswer = readTimetable(asked, { ...rest, signal });
  try {
    const event = await readEvent(asked, connection);
    const timetable = await timetableAnswer;
    const reads = timetable instanceof NetworkError ? undefined : timetable;
    const remarks = timetable instanceof NetworkError ? [timetableRemark(timetable)] : [];
    return { address, event, ...(reads !== undefined && { timetable: reads }), remarks };
  } finally {
    other.abort();
  }
}

async function readEvent(asked: Asked, connection: IndicoConnection): Promise<unknown> {
  const { base, event } = asked.address;
  const url = `${base}/export/event/${event}.json?detail=sessions&nc=yes`;
  const answer = await sendRequest({ ...connection, url });
  const value = jsonOf(answer);
  const results = membersOf(value)?.results;
  if (answer.status !== 200 || !Array.isArray(results)) throw refusal(answer, asked);
  if (results.length === 0) throw missing(asked);
  return value;
}

/** @returns the error instead of throwing it, unless the person cancelled */
async function readTimetable(asked: Asked, connection: IndicoConnection): Promise<unknown> {
  const { base, event } = asked.address;
  try {
    const answer = await sendRequest({ ...connection, url: `${base}/export/timetable/${event}.json?nc=yes` });
    const value = jsonOf(answer);
    return answer.status === 200 && membersOf(membersOf(value)?.results) ? value : refusal(answer, asked);
  } catch (error) {
    return error instanceof NetworkError ? error : new NetworkError("answer", "the answer cannot be read");
  }
}

function timetableRemark({ message }: NetworkError): string {
  return `The breaks are missing, as the timetable could not be read: ${message}.`;
}

/**
 * Follows a short address to the event, without a token: it may lead to another host.
 * @throws NetworkError if it leads to no event
 */
export async function resolveEvent(
  reading: IndicoAddressReading,
  { token: _, ...connection }: IndicoConnection,
): Promise<IndicoAddress> {
  if ("problem" in reading) throw new NetworkError("address", reading.problem);
  if ("address" in reading) return reading.address;
  const { redirects } = await sendRequest({ ...connection, url: reading.leadsToEvent });
  for (const redirect of redirects) {
    const target = readIndicoAddress(redirect);
    if ("address" in target) return target.address;
  }
  throw new NetworkError("missing", `${new URL(reading.leadsToEvent).host} has no event of this name`);
}

/** True if both are at the same host, for which a token is meant. */
export function isSameHost(a: IndicoAddress, b: IndicoAddress): boolean {
  return hostOf(a) === hostOf(b);
}
