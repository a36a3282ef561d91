/** The token in the environment, which other users of the machine cannot see as they see arguments. */
import type { IndicoAddress } from "../../core/text/indicoAddress";
import { NetworkError } from "../network/networkError";
import { hostOf, tokenNeed, tokenPage } from "./refusals";

export const tokenVariable = "WLCG_NOTES_INDICO_TOKEN";
const hostVariable = "WLCG_NOTES_INDICO_HOST";

export type Environment = Readonly<Record<string, string | undefined>>;

/** An address that a person gave, or that a file has: a file must not choose where a token goes. */
export type AddressOrigin = "person" | "file";

/**
 * @returns undefined if there is no token for this host
 * @throws NetworkError if it cannot be one; the message does not repeat it
 */
export function environmentToken(
  address: IndicoAddress,
  origin: AddressOrigin,
  environment: Environment,
): string | undefined {
  const token = environment[tokenVariable]?.trim() ?? "";
  if (token === "" || hostProblem(address, origin, environment) !== undefined) return undefined;
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
export function requiredToken(
  address: IndicoAddress,
  origin: AddressOrigin,
  environment: Environment,
): string {
  const problem = hostProblem(address, origin, environment);
  const isMissing = (environment[tokenVariable]?.trim() ?? "") === "";
  if (problem !== undefined && !isMissing) throw new NetworkError("address", problem);
  const token = environmentToken(address, origin, environment);
  if (token !== undefined) return token;
  const host = problem === undefined ? "" : `, and ${hostVariable} to ${hostOf(address)}`;
  const advice = `set ${tokenVariable} to one with the scope full:everything, made at ${tokenPage(address)}${host}`;
  throw new NetworkError("token", `publishing needs a token: ${advice}`, tokenNeed(address, false));
}

/** Why the token of the environment is not sent to a host; undefined if it may be sent there. */
function hostProblem(
  address: IndicoAddress,
  origin: AddressOrigin,
  environment: Environment,
): string | undefined {
  const [named, host] = [hostIn(environment), hostOf(address)];
  if (named === host) return undefined;
  if (named !== "") return `the token is for ${named} (${hostVariable}) and is not sent to ${host}`;
  // also on the loopback interface, where other users of a machine may have a server
  if (origin === "person") return undefined;
  return `only the file names the host ${host}, so the token is not sent there; set ${hostVariable}=${host}, or give the address of the event`;
}

/** The host as in an address, where a person may write the address. */
function hostIn(environment: Environment): string {
  const named = environment[hostVariable]?.trim() ?? "";
  const address = /^https?:\/\//i.test(named) ? named : `https://${named}`;
  return URL.canParse(address) ? new URL(address).host : named.toLowerCase();
}
