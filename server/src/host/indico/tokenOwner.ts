import { NetworkError } from "../network/networkError";
import { sendRequest } from "../network/sendRequest";
import type { IndicoConnection } from "./indicoConnection";
import { jsonOf, membersOf } from "./refusals";

/**
 * Reads the name of the person whose token it is, as Indico names the authors of minutes:
 * https://github.com/indico/indico/blob/v3.3.6/indico/modules/users/api.py
 * @param base address of the installation
 * @returns undefined if Indico does not name them
 * @throws NetworkError if the person cancels
 */
export async function tokenOwner(base: string, connection: IndicoConnection): Promise<string | undefined> {
  try {
    const answer = await sendRequest({ ...connection, url: `${base}/api/user/`, followsRedirects: false });
    const { first_name: first, last_name: last } = (answer.status === 200 && membersOf(jsonOf(answer))) || {};
    return typeof first === "string" && typeof last === "string" ? `${first} ${last}`.trim() : undefined;
  } catch (error) {
    if (error instanceof NetworkError && error.kind !== "interrupted") return undefined;
    throw error;
  }
}
