/** Addresses of other programs: of events, talks, slides and links in descriptions. */
import { isLoopback } from "../text/webAddress";

/** Maximum UTF-16 units of an address. */
const maxAddress = 2000;

/**
 * @param address absolute, or relative to `base`
 * @returns an http, https or mailto address without spaces and brackets; undefined for any other
 */
export function descriptionAddress(address: string, base?: string): string | undefined {
  const url = urlIn(address, base);
  if (!url) return undefined;
  const isMail = url.protocol === "mailto:" && url.pathname !== "";
  return isMail || isWeb(url) ? url.href : undefined;
}

/** An http or https address, as it is written if it is a valid one. */
export function linkAddress(address: string, base?: string): string | undefined {
  const url = urlIn(address, base);
  return url && isWeb(url) ? asWritten(address, url) : undefined;
}

/** An https address, or an http address on this computer. */
export function pageAddress(address: string, base?: string): string | undefined {
  const url = urlIn(address, base);
  return url && (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname)))
    ? asWritten(address, url)
    : undefined;
}

function urlIn(address: string, base: string | undefined): URL | undefined {
  const written = address.trim();
  if (written === "" || written.length > maxAddress) return undefined;
  const isRelative = !/^[a-z][a-z\d+.-]*:/i.test(written);
  if (isRelative && (base === undefined || written.startsWith("#"))) return undefined;
  return URL.canParse(written, base) ? new URL(written, base) : undefined;
}

function isWeb({ protocol }: URL): boolean {
  return protocol === "https:" || protocol === "http:";
}

/** An address that is complete stays letter by letter. */
function asWritten(address: string, url: URL): string {
  return /^https?:\/\/[^\s/<>"`{}|\\^\p{C}][^\s<>"`{}|\\^\p{C}]*$/u.test(address) ? address : url.href;
}
