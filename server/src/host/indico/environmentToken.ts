/** The token in the environment, which other users of the machine cannot see as they see arguments. */
import type { IndicoAddress } from "../../core/text/indicoAddress";
import { NetworkError } from "../network/networkError";
import { hostOf, tokenNeed, tokenPage } from "./refusals";

export const tokenVariable = "WLCG_NOTES_INDICO_TOKEN";
const hostVariable = "WLCG_NOTES_INDICO_HOST";

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * @param address of a person, or of a file that a person names
 * @returns undefined if there is no token for this host
 * @throws NetworkError if it cannot be one; the message does not repeat it
 */
export function environmentToken(address: IndicoAddress, environment: Environment): string | undefined {
  const token = environment[tokenVariable]?.trim() ?? "";
  if (token === "" || !isForHost(address, environment)) return undefined;
  if (!isToken(token))
    throw new NetworkError(
      "address",
      `${tokenVariable} is not a token, which is like indp_ and 42 letters and digits`,
    );
  return token;
}

/** True for the characters of RFC 6750, section 2.1. */
export function isToken(text: string): boolean {
  return /^[\w.~+/-]{8,500}=*$/.test(text);
}

/** @throws NetworkError if there is no token for this host */
export function requiredToken(address: IndicoAddress, environment: Environment): string {
  if (!isForHost(address, environment))
    throw new NetworkError(
      "address",
      `the token is for ${hostIn(environment)} (${hostVariable}) and is not sent to ${hostOf(address)}`,
    );
  const token = environmentToken(address, environment);
  if (token !== undefined) return token;
  const advice = `set ${tokenVariable} to one with the scope full:everything, made at ${tokenPage(address)}`;
  throw new NetworkError("token", `publishing needs a token: ${advice}`, tokenNeed(address, false));
}

/** True if the environment names the one host of the token; without it the token may be sent to any host that is asked for. */
export function isHostNamed(environment: Environment): boolean {
  return hostIn(environment) !== "";
}

function isForHost(address: IndicoAddress, environment: Environment): boolean {
  return ["", hostOf(address)].includes(hostIn(environment));
}

function hostIn(environment: Environment): string {
  return environment[hostVariable]?.trim().toLowerCase() ?? "";
}
