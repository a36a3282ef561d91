/** What went wrong, for callers that react to it. */
export type NetworkErrorKind =
  /** the address cannot be used */
  | "address"
  /** no complete answer arrived */
  | "unreachable"
  /** the answer leads elsewhere, where the request must not go */
  | "redirect"
  | "tooLarge"
  /** the person cancelled it */
  | "interrupted"
  /** a token is missing, or the server does not accept it, or it lacks a scope */
  | "token"
  /** the person of the token lacks a right */
  | "rights"
  /** there is no such event, or it is not visible */
  | "missing"
  /** any other answer than those that were expected */
  | "answer";

/** With another token the request may succeed. */
export interface TokenNeed {
  /** with its port, if it has one */
  readonly host: string;
  /** the page on which a person makes a token */
  readonly page: string;
  /** true if there was a token, which was not accepted */
  readonly wasSent: boolean;
}

/** The only error of requests: one sentence for a person, without a token and without a query. */
export class NetworkError extends Error {
  constructor(
    readonly kind: NetworkErrorKind,
    message: string,
    readonly tokenNeed?: TokenNeed,
  ) {
    super(message);
  }
}
