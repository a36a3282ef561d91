/** Addresses of a page: relative ones are completed with the address of the page, as far as the page says it. */
import { findFirst, type PageElement } from "./pageTree";

export interface PageAddresses {
  /** an http or https address; undefined for one that is relative to an unknown page */
  readonly resolve: (address: string | undefined) => string | undefined;
  /** the event's own address */
  readonly event?: string;
}

/** UTF-16 units of a page, and links in it, from which the event is found. */
const maxLinkText = 1_000_000;
const maxLinks = 2000;

const eventPath = /\/(?:event|e)\/[\w.-]{1,60}(?=[/?#"&]|$)/;

/** @param html the source, in which browsers write where a page was saved from */
export function pageAddresses(tree: PageElement, html: string): PageAddresses {
  const base = baseOf(tree, html);
  const resolve = (address: string | undefined): string | undefined => resolved(address, base);
  const links = linksIn(html);
  const event = eventOf(links.slice(0, maxLinks), resolve);
  return { resolve, ...(event !== undefined && { event }) };
}

function linksIn(html: string): readonly string[] {
  return [...html.slice(0, maxLinkText).matchAll(/ href="([^"\s]+)"/g)].map(([, link = ""]) => link);
}

/** An absolute address of an event, or of the page to log in from it. */
function isEventAddress(address: string): boolean {
  return /^https?:\/\//.test(address) && (address.includes("/event/") || address.includes("/login/?next="));
}

function resolved(address: string | undefined, base: string | undefined): string | undefined {
  if (address === undefined || address.length > 2000) return undefined;
  const url = urlOf(address.trim(), base);
  return url && (url.protocol === "https:" || url.protocol === "http:") ? url.href : undefined;
}

function urlOf(address: string, base: string | undefined): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined;
}

/** Of the element `base`, the mark of a saved page, the address it names as its own, or an absolute link to an event. */
function baseOf(tree: PageElement, html: string): string | undefined {
  const head = html.slice(0, 100_000);
  const candidates = [
    findFirst(tree, ({ name }) => name === "base")?.attributes.get("href"),
    /<!-- saved from url=\(\d{1,6}\)(https?:\/\/[^\s>]{1,1000})/.exec(head)?.[1],
    findFirst(
      tree,
      ({ name, attributes }) => name === "link" && attributes.get("rel") === "canonical",
    )?.attributes.get("href"),
    [...head.matchAll(/"url": ?"([^"\s]{1,1000})"/g)].map(([, url = ""]) => url).find(isEventAddress),
    linksIn(html).find(isEventAddress),
  ];
  return candidates.find(
    (address) => address !== undefined && /^https?:/i.test(address) && URL.canParse(address),
  );
}

/** The event that most of the links belong to. */
function eventOf(
  links: readonly string[],
  resolve: (address: string) => string | undefined,
): string | undefined {
  const counts = new Map<string, number>();
  for (const link of links) {
    const url = resolve(link);
    const path = url === undefined ? undefined : eventPath.exec(new URL(url).pathname)?.[0];
    if (url === undefined || path === undefined) continue;
    const { origin, pathname } = new URL(url);
    const event = `${origin}${pathname.slice(0, pathname.indexOf(path))}${path}/`;
    counts.set(event, (counts.get(event) ?? 0) + 1);
  }
  const [usual] = [...counts].toSorted(([, a], [, b]) => b - a);
  return usual?.[0];
}
