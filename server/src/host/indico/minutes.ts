/**
 * Reading and writing the minutes of an event, a contribution or a sub-contribution. The interface is that of Indico's own
 * pages and not documented, so that every answer is checked:
 * https://github.com/indico/indico/blob/v3.3.6/indico/modules/events/notes/controllers.py
 */
import { comparable } from "../../core/minutes/publicationMark";
import { type IndicoAddress, pathOf } from "../../core/text/indicoAddress";
import type { HttpAnswer } from "../network/httpRequest";
import { NetworkError } from "../network/networkError";
import { sendRequest } from "../network/sendRequest";
import type { IndicoConnection } from "./indicoConnection";
import { type Asked, hostOf, jsonOf, membersOf, refusal } from "./refusals";

export interface StoredMinutes {
  /** as a user wrote it: HTML or Markdown, which no member of the answer distinguishes */
  readonly source: string;
  /** number of the revision; undefined before Indico 3.3.2 */
  readonly revision?: number;
  /** name of the person who wrote it */
  readonly author?: string;
}

/** Minutes that another user wrote since they were read, or no conflict. */
export type WriteResult = { readonly conflict?: StoredMinutes };

/**
 * @returns undefined if there are none
 * @throws NetworkError
 */
export async function readMinutes(
  address: IndicoAddress,
  connection: IndicoConnection,
): Promise<StoredMinutes | undefined> {
  const answer = await sendRequest({ ...connection, url: urlOf(address), followsRedirects: false });
  const members = membersOf(jsonOf(answer));
  if (answer.status !== 200 || !members) throw refusal(answer, askedFor(address, connection));
  if (Object.keys(members).length === 0) return undefined;
  const stored = minutesIn(members);
  if (!stored) throw refusal(answer, askedFor(address, connection));
  return stored;
}

/**
 * Writes minutes in HTML, and makes sure that Indico has stored them.
 * @param revision of the minutes that are replaced, if they have one
 * @throws NetworkError
 */
export async function writeMinutes(
  address: IndicoAddress,
  source: string,
  revision: number | undefined,
  connection: IndicoConnection,
): Promise<WriteResult> {
  const json = { source, render_mode: "html", ...(revision !== undefined && { revision_id: revision }) };
  const answer = await sendRequest({ ...connection, url: urlOf(address), json });
  if (answer.status === 418) return { conflict: conflictIn(answer, address, connection) };
  const stored = await storedBy(answer, address, connection);
  if (stored === undefined || comparable(stored) !== comparable(source))
    throw new NetworkError(
      "answer",
      `${hostOf(address)} stored something else than was sent as the minutes of ${subjectOf(address)}`,
    );
  return {};
}

/** The source that Indico has now: in the answer, or read again before Indico 3.3.2. */
async function storedBy(
  answer: HttpAnswer,
  address: IndicoAddress,
  connection: IndicoConnection,
): Promise<string | undefined> {
  if (answer.status === 204) return (await readMinutes(address, connection))?.source;
  const stored = answer.status === 200 ? minutesIn(membersOf(jsonOf(answer))) : undefined;
  if (!stored) throw refusal(answer, askedFor(address, connection));
  return stored.source;
}

function conflictIn(answer: HttpAnswer, address: IndicoAddress, connection: IndicoConnection): StoredMinutes {
  const stored = minutesIn(membersOf(membersOf(jsonOf(answer))?.conflict));
  if (!stored) throw refusal(answer, askedFor(address, connection));
  return stored;
}

function minutesIn(members: Readonly<Record<string, unknown>> | undefined): StoredMinutes | undefined {
  const { source, id, note_author: author } = members ?? {};
  if (typeof source !== "string") return undefined;
  return {
    source,
    ...(typeof id === "number" && Number.isSafeInteger(id) && { revision: id }),
    ...(typeof author === "string" && author !== "" && { author }),
  };
}

function urlOf(address: IndicoAddress): string {
  return `${address.base}${pathOf(address)}/api/note`;
}

function askedFor(address: IndicoAddress, { token }: IndicoConnection): Asked {
  return {
    subject: subjectOf(address),
    address,
    hasToken: token !== undefined,
    scope: "full:everything",
    right: "edit the minutes",
  };
}

function subjectOf({ event, contribution, subContribution }: IndicoAddress): string {
  if (subContribution !== undefined) return `sub-contribution ${subContribution} of event ${event}`;
  return contribution === undefined ? `event ${event}` : `contribution ${contribution} of event ${event}`;
}
