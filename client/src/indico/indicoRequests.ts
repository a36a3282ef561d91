import type { CancellationToken } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { showProgress } from "../shared/userMessages";
import { askToken } from "./askToken";
import { networkSettings } from "./network";
import type { Access, NeededToken, Refusal } from "./protocol";
import type { Tokens } from "./tokens";

/** How often another token is asked for in one request. */
const maxTokens = 5;

interface IndicoRequest {
  readonly method: string;
  /** while it runs: `Reading the agenda` */
  readonly progress: string;
  readonly params: (access: Access) => object;
}

type HostToken = Required<Pick<Access, "token" | "tokenHost">>;

/** Requests for which the server may reach Indico. They can be cancelled, and repeated with a token. */
export class IndicoRequests {
  readonly #client: Pick<LanguageClient, "sendRequest">;
  readonly #tokens: Tokens;

  constructor(client: Pick<LanguageClient, "sendRequest">, tokens: Tokens) {
    this.#client = client;
    this.#tokens = tokens;
  }

  /** @returns undefined if the user cancels */
  async send<Answer extends object>(request: IndicoRequest): Promise<Answer | Refusal | undefined> {
    let token: HostToken | undefined;
    for (let sent = 0; ; sent++) {
      const answer = await this.#sendOnce<Answer>(request, token);
      if (!answer || !isRefusal(answer) || !answer.needsToken || sent === maxTokens) return answer;
      token = await this.#tokenFor(answer.problem, answer.needsToken, token?.tokenHost);
      if (token === undefined) return undefined;
    }
  }

  async #sendOnce<Answer>(
    { method, progress, params }: IndicoRequest,
    token: HostToken | undefined,
  ): Promise<Answer | Refusal | undefined> {
    const access = { network: networkSettings(), ...token };
    return showProgress(progress, async (cancellation) =>
      this.#answer<Answer | Refusal>(method, params(access), cancellation),
    );
  }

  /** The server answers a cancelled request too, if it has done a part of it. */
  async #answer<Answer>(
    method: string,
    params: object,
    cancellation: CancellationToken,
  ): Promise<Answer | undefined> {
    try {
      return await this.#client.sendRequest<Answer>(method, params, cancellation);
    } catch (error) {
      if (cancellation.isCancellationRequested) return undefined;
      throw error;
    }
  }

  /** The stored token of the host, unless Indico refused it; else that which the user enters. */
  async #tokenFor(
    problem: string,
    needed: NeededToken,
    triedHost: string | undefined,
  ): Promise<HostToken | undefined> {
    const { host, wasSent } = needed;
    const stored = wasSent || triedHost === host ? undefined : await this.#tokens.of(host);
    if (stored !== undefined) return { token: stored, tokenHost: host };
    const token = await askToken(problem, needed);
    if (token === undefined) return undefined;
    await this.#tokens.store(host, token);
    return { token, tokenHost: host };
  }
}

export function isRefusal(answer: object): answer is Refusal {
  return "problem" in answer;
}
