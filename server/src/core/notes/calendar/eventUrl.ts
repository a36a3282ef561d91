import { asUri } from "../../text/uri";

/** The address of an event as a URI, as RFC 5545, section 3.8.4.6, demands it; nothing without a valid address. */
export function urlOf({ url }: { readonly url?: string }): { readonly url?: string } {
  const uri = url === undefined ? undefined : asUri(url);
  return uri === undefined ? {} : { url: uri };
}
