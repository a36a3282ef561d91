import { percentEncode } from "./percentEncode";

/**
 * An http or https address as a URI (RFC 3986): the host of `https://müller.example/é` in ASCII, other characters that a URI
 * does not have percent-encoded. A URI is returned as it is.
 * @returns undefined if the address has no valid host
 */
export function asUri(address: string): string | undefined {
  if (uriPattern.test(address)) return address;
  const [, start = "", path = "", fragment = ""] =
    /^([a-z]+:\/\/[^/?#]*)([^#]*)(#?.*)$/.exec(parsed(address) ?? "") ?? [];
  if (start === "") return undefined;
  return start + encoded(path) + fragment.slice(0, 1) + encoded(fragment.slice(1)).replaceAll("#", "%23");
}

/** Characters of a host and of the rest of a URI; without brackets, which are in numeric hosts only. */
const uriPattern =
  /^https?:\/\/[\w.~!$&'()*+,;=:@-]+(?:[/?](?:[\w.~!$&'()*+,;=:@/?-]|%[\da-fA-F]{2})*)?(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[\da-fA-F]{2})*)?$/;

function parsed(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).href : undefined;
}

/** @param text ASCII */
function encoded(text: string): string {
  return percentEncode(text.replaceAll(/%(?![\da-fA-F]{2})/g, "%25"), /[^\w.~!$&'()*+,;=:@/?#%-]/g);
}
