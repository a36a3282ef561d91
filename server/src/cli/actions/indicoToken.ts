/** The token of the command line, which comes from the environment: arguments are visible to other users. */
import { type IndicoAddress, pageOf } from "../../core/text/indicoAddress";
import { hostOf, tokenPage } from "../../host/indico/refusals";
import { UsageError } from "../output/output";

export const tokenVariable = "WLCG_NOTES_INDICO_TOKEN";
const hostVariable = "WLCG_NOTES_INDICO_HOST";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * @param address from the arguments
 * @returns undefined if there is no token for this host
 * @throws UsageError if it cannot be one; the message does not repeat it
 */
export function indicoToken(address: IndicoAddress, environment: Environment): string | undefined {
  const token = environment[tokenVariable]?.trim() ?? "";
  if (token === "" || !isForHost(address, environment)) return undefined;
  // characters of RFC 6750, section 2.1
  if (!/^[\w.~+/-]{8,500}=*$/.test(token))
    throw new UsageError(`${tokenVariable} is not a token, which is like indp_ and 42 letters and digits`);
  return token;
}

/**
 * The author of a file must not choose where the token goes: for an address of a file the second variable names the host.
 * @param isFromFile true if the address is not from the arguments
 * @throws UsageError if there is no token for this host
 */
export function requiredToken(address: IndicoAddress, isFromFile: boolean, environment: Environment): string {
  const host = hostOf(address);
  if (!isForHost(address, environment))
    throw new UsageError(
      `the token is for ${hostIn(environment)} (${hostVariable}) and is not sent to ${host}`,
    );
  const token = indicoToken(address, environment);
  if (token === undefined)
    throw new UsageError(`publishing needs a token: ${tokenAdvice("full:everything", tokenPage(address))}`);
  if (isFromFile && hostIn(environment) === "") {
    const advice = `set ${hostVariable}=${host}, or pass --to ${pageOf(address)}`;
    throw new UsageError(`the host ${host} is from the file: if the token may be sent there, ${advice}`);
  }
  return token;
}

/** How to get a token, and where it is read from. */
function tokenAdvice(scope: string, page: string): string {
  return `set ${tokenVariable} to one with the scope ${scope}, made at ${page}`;
}

function isForHost(address: IndicoAddress, environment: Environment): boolean {
  return ["", hostOf(address)].includes(hostIn(environment));
}

function hostIn(environment: Environment): string {
  return environment[hostVariable]?.trim().toLowerCase() ?? "";
}
