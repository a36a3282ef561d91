/** Addresses that a program may connect to, as opposed to those that a person opens in a browser. */

/** An address, or a sentence about why nothing is sent to it. */
export type WebAddressReading = { readonly url: URL } | { readonly problem: string };

/** Maximum UTF-16 units of an address. */
const maxLength = 2000;

/** An https address, or http on the loopback interface, without a user name or a password. */
export function readWebAddress(text: string): WebAddressReading {
  const trimmed = text.trim();
  if (trimmed.length > maxLength) return { problem: "the address is too long" };
  if (!URL.canParse(trimmed)) return { problem: "this is not an address; it must start with https://" };
  const url = new URL(trimmed);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return { problem: "the address must start with https://" };
  if (url.username !== "" || url.password !== "")
    return { problem: "the address must not contain a user name or a password" };
  if (url.protocol === "http:" && !isLoopback(url.hostname))
    return {
      problem: `the address must start with https://: http would send everything to ${url.host} unencrypted`,
    };
  return { url };
}

/** @param hostname as `URL.hostname` has it: in lower case, IPv6 in brackets */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|[\w-]+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
