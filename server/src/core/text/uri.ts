import { percentEncode } from "./percentEncode";

/**
 * An http or https address as a URI (RFC 3986): the host of `https://müller.example/é` in ASCII, other characters that a URI
 * does not have percent-encoded. A URI is returned as it is.
 * @returns undefined if the address has no valid host
 */
export function asUri(address: string): string | undefined {
  if (uriPattern.test(address)) return address;
  if (!URL.canParse(address)) return undefined;
  const { href, pathname, search, hash } = new URL(address);
  const start = href.slice(0, href.length - pathname.length - search.length - hash.length);
  return (
    start + encoded(pathname + search) + hash.slice(0, 1) + encoded(hash.slice(1)).replaceAll("#", "%23")
  );
}

/** Characters of a host and of the rest of a URI; without brackets, which are in numeric hosts only. */
const uriPattern =
  /^https?:\/\/[\w.~!$&'()*+,;=:@-]+(?:[/?](?:[\w.~!$&'()*+,;=:@/?-]|%[\da-fA-F]{2})*)?(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[\da-fA-F]{2})*)?$/;

/** @param text ASCII */
function encoded(text: string): string {
  return percentEncode(text.replaceAll(/%(?![\da-fA-F]{2})/g, "%25"), /[^\w.~!$&'()*+,;=:@/?#%-]/g);
}
