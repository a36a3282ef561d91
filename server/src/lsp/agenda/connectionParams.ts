/** The token and the network settings in the params of a client. */
import type { IndicoAddress } from "../../core/text/indicoAddress";
import { isToken } from "../../host/indico/environmentToken";
import { hostOf, tokenNeed } from "../../host/indico/refusals";
import { NetworkError } from "../../host/network/networkError";
import type { ProxySettings } from "../../host/network/proxy";

/**
 * @param token of the params
 * @param tokenHost the only host that it is for; undefined: that of the address
 * @returns the token for the host of an event; it throws NetworkError if it cannot be one, without repeating it
 */
export function givenToken(token: unknown, tokenHost: unknown): (event: IndicoAddress) => string | undefined {
  if (typeof token !== "string" || token.trim() === "") return () => undefined;
  return (event) => {
    const host = hostOf(event);
    if (typeof tokenHost === "string" && tokenHost.toLowerCase() !== host) return undefined;
    if (isToken(token.trim())) return token.trim();
    const message = "this is not a token, which is like indp_ and 42 letters and digits";
    throw new NetworkError("token", message, tokenNeed(event, false));
  };
}

/** @returns the settings of the editor; undefined if it has none, so that those of the environment apply */
export function proxySettings(network: unknown): ProxySettings | undefined {
  const { proxy, strictSsl, noProxy } = (network ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof proxy !== "string" || proxy === "") return undefined;
  return {
    proxy,
    strictSsl: strictSsl !== false,
    noProxy: Array.isArray(noProxy) ? noProxy.filter((entry) => typeof entry === "string") : [],
  };
}
