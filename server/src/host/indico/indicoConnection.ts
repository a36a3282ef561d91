import type { NetworkOptions } from "../network/httpRequest";

/** How Indico is reached, and for whom. */
export interface IndicoConnection extends NetworkOptions {
  /** a personal token; the caller knows that it belongs to the host of the address */
  readonly token?: string | undefined;
}
