/** Answers of Indico that are no result, each as one sentence with what is missing. */
import { messageText } from "../../core/text/displayText";
import type { IndicoAddress } from "../../core/text/indicoAddress";
import type { HttpAnswer } from "../network/httpRequest";
import { NetworkError, type TokenNeed } from "../network/networkError";

/** What was asked for. */
export interface Asked {
  /** for example `event 123` */
  readonly subject: string;
  readonly address: IndicoAddress;
  readonly hasToken: boolean;
  /** the scope that a token needs for it */
  readonly scope: "read:legacy_api" | "full:everything";
  /** what the owner of the token must be allowed to, for example `edit the minutes` */
  readonly right: string;
}

/** The page on which a person makes a token. */
export function tokenPage({ base }: IndicoAddress): string {
  return `${base}/user/tokens/`;
}

/** The token that a page of this installation needs. */
export function tokenNeed(address: IndicoAddress, wasSent: boolean): TokenNeed {
  return { host: hostOf(address), page: tokenPage(address), wasSent };
}

/** @returns the error for an answer that is not the one that was asked for */
export function refusal(answer: HttpAnswer, asked: Asked): NetworkError {
  const { status, headers } = answer;
  const host = hostOf(asked.address);
  if (status === 401) return tokenRefused(asked, "it is expired, revoked or mistyped");
  if (status === 403) return forbidden(answer, asked);
  if (status === 404) return missing(asked);
  if (isSignIn(answer)) return signIn(asked);
  if (status === 400 && asked.hasToken && isPage(answer))
    return tokenRefused(asked, `it is not valid, or lacks the scope ${asked.scope}`);
  if (status === 429)
    return new NetworkError("answer", `${host} got too many requests; ${retryAdvice(headers)}`);
  if (status >= 500)
    return new NetworkError("answer", `${host} has an internal problem (${status}); try again later`);
  if (status >= 300 && status < 400 && headers.location !== undefined)
    return new NetworkError(
      "redirect",
      `${host} leads the request for ${asked.subject} to ${redirectHost(headers.location, answer.url)}, where it is not sent`,
    );
  if (status === 200)
    return new NetworkError(
      "answer",
      `${host} answered with something else than data of Indico; is it Indico?`,
    );
  return new NetworkError("answer", `${host} refused the request for ${asked.subject} (${status})`);
}

/** For an event that is not there, or that the person may not see. */
export function missing({ subject, address, hasToken, scope }: Asked): NetworkError {
  const host = hostOf(address);
  const tokenText = `with a token of the scope ${scope} from ${tokenPage(address)}`;
  return hasToken
    ? new NetworkError("missing", `${host} has no ${subject}, or the owner of the token may not see it`)
    : new NetworkError(
        "missing",
        `${host} has no ${subject}, or it is protected and can be read ${tokenText} only`,
        tokenNeed(address, false),
      );
}

function forbidden(answer: HttpAnswer, asked: Asked): NetworkError {
  if (!asked.hasToken) return signIn(asked);
  if (/insufficient_scope/.test(answer.body.subarray(0, 1000).toString("latin1")))
    return tokenRefused(asked, `it lacks the scope ${asked.scope}`);
  return new NetworkError(
    "rights",
    `the owner of the token may not ${asked.right} of ${asked.subject} at ${hostOf(asked.address)}`,
  );
}

function tokenRefused({ address }: Asked, reason: string): NetworkError {
  return new NetworkError(
    "token",
    `${hostOf(address)} does not accept the token: ${reason}; see ${tokenPage(address)}`,
    tokenNeed(address, true),
  );
}

function signIn({ subject, address, scope, hasToken }: Asked): NetworkError {
  const host = hostOf(address);
  const message = hasToken
    ? `${host} asks to sign in for ${subject}, although there is a token`
    : `${host} gives ${subject} to people who signed in only: a token of the scope ${scope} is needed, see ${tokenPage(address)}`;
  return new NetworkError("token", message, tokenNeed(address, hasToken));
}

/** A redirect to the page for signing in, or this page. */
function isSignIn({ status, headers, url, redirects }: HttpAnswer): boolean {
  const leads = status >= 300 && status < 400 ? [headers.location ?? ""] : [];
  return [...leads, ...redirects, url].some((address) => /\/login\/?(?:[?#]|$)/.test(address));
}

function isPage({ headers }: HttpAnswer): boolean {
  return /^text\/html\b/i.test(headers["content-type"] ?? "");
}

function redirectHost(location: string, from: string): string {
  return URL.canParse(location, from) ? messageText(new URL(location, from).host, 200) : "another address";
}

/** `Retry-After` in seconds: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3 */
function retryAdvice(headers: HttpAnswer["headers"]): string {
  const wait = headers["retry-after"] ?? "";
  return /^\d{1,5}$/.test(wait) ? `try again in ${wait} seconds` : "try again in a few minutes";
}

export function hostOf({ base }: IndicoAddress): string {
  return new URL(base).host;
}

/** @returns the value of a JSON answer; undefined for a page or a cut text */
export function jsonOf({ body }: HttpAnswer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** @returns the members of an object; undefined for anything else */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}
