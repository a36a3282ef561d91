import { sentence } from "../../core/text/wording";
import { NetworkError, type TokenNeed } from "../../host/network/networkError";

/** Why a request cannot be answered. */
export interface Refusal {
  /** a sentence for a person */
  readonly problem: string;
  /** with another token for this host the request may succeed */
  readonly needsToken?: TokenNeed;
}

export const fileNotOpen: Refusal = { problem: "The file is not open, or it is too large." };

/**
 * @returns the failure of a network request as an answer
 * @throws any other error, and the cancellation by the person
 */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof NetworkError) || error.kind === "interrupted") throw error;
  const { message, tokenNeed } = error;
  return { problem: sentence(message), ...(tokenNeed && { needsToken: tokenNeed }) };
}
