/** The token of the command line, which comes from the environment: arguments are visible to other users. */
import { type IndicoAddress, pageOf } from "../../core/text/indicoAddress";
import { hostOf, tokenPage } from "../../host/indico/refusals";
import { UsageError } from "../output/output";

const tokenVariable = "WLCG_NOTES_INDICO_TOKEN";
const hostVariable = "WLCG_NOTES_INDICO_HOST";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The author of a file must not choose where the token goes: for an address of a file the second variable names the host.
 * Messages do not repeat the token.
 * @param address from the arguments
 * @returns undefined if there is none
 * @throws UsageError if it cannot be one, or is not for this host
 */
export function indicoToken(address: IndicoAddress, environment: Environment): string | undefined {
  const token = environment[tokenVariable]?.trim() ?? "";
  if (token === "") return undefined;
  // characters of RFC 6750, section 2.1
  if (!/^[\w.~+/-]{8,500}=*$/.test(token))
    throw new UsageError(`${tokenVariable} is not a token, which is like indp_ and 42 letters and digits`);
  const onlyHost = hostIn(environment);
  if (onlyHost !== "" && onlyHost !== hostOf(address))
    throw new UsageError(
      `the token is for ${onlyHost} (${hostVariable}) and is not sent to ${hostOf(address)}`,
    );
  return token;
}

/**
 * @param isFromFile true if the address is not from the arguments
 * @throws UsageError if there is no token for this host
 */
export function requiredToken(address: IndicoAddress, isFromFile: boolean, environment: Environment): string {
  const token = indicoToken(address, environment);
  if (token === undefined) {
    const advice = `set ${tokenVariable} to one with the scope full:everything, made at ${tokenPage(address)}`;
    throw new UsageError(`publishing needs a token: ${advice}`);
  }
  if (isFromFile && hostIn(environment) === "") {
    const advice = `set ${hostVariable}=${hostOf(address)}, or pass --to ${pageOf(address)}`;
    throw new UsageError(
      `the host ${hostOf(address)} is from the file: if the token may be sent there, ${advice}`,
    );
  }
  return token;
}

function hostIn(environment: Environment): string {
  return environment[hostVariable]?.trim().toLowerCase() ?? "";
}
