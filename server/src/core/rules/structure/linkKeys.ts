/** Fixes that make an unknown key with an address an entry of `links`: `slides: https://…`. */
import { isMap, isScalar, isSeq } from "yaml";
import type { Fix } from "../../findings/finding";
import { keysAt } from "../../schema/schema";
import { addressFrom } from "../../text/linkText";
import { type Edit, trimmedEnd } from "../../text/range";
import { addEntries } from "../../yaml/addEntries";
import { entriesOf, type KeyedValue, pairOf, rangeOf, stringOf } from "../../yaml/nodes";
import { removeKey } from "../../yaml/removeKey";
import { linkSource } from "../entries/linkForm";
import { capitalized, type SchemaLocation } from "../shared/schemaLocation";

/** True for an unknown key whose value is one address or a list of addresses, in a mapping that may have `links`. */
export function isLinkKey(pair: KeyedValue, { path }: SchemaLocation): boolean {
  return keysAt(path).includes("links") && addressesOf(pair).length > 0;
}

/** @returns empty for a key that is not one of an address */
export function linkKeyFixes(pair: KeyedValue, location: SchemaLocation, text: string): readonly Fix[] {
  if (!isLinkKey(pair, location)) return [];
  const title = linkTitle(pair.name);
  const sources = addressesOf(pair).map((address) => linkSource(title, address));
  const edits = linkEdits(pair, location, sources, text);
  return edits.length === 0 ? [] : [{ title: "Make it an entry of `links`", edits, preferred: true }];
}

function linkEdits(
  pair: KeyedValue,
  { node: map }: SchemaLocation,
  sources: readonly string[],
  text: string,
): readonly Edit[] {
  if (!isMap(map) || !pair.value) return [];
  const links = pairOf(map, "links");
  if (!links) {
    const end = trimmedEnd(text, rangeOf(pair.value).end);
    return [{ start: rangeOf(pair.key).start, end, text: `links: [${sources.join(", ")}]` }];
  }
  const addition = isSeq(links.value) ? addEntries(text, links.value, sources) : undefined;
  const removal = removeKey(text, map, pair);
  return addition && removal ? [addition, removal] : [];
}

/** `slides_url` as `Slides` */
function linkTitle(name: string): string {
  const words = name
    .slice(0, 60)
    .replaceAll(/[_-]/g, " ")
    .replace(/\s(?:url|link)s?$/i, "");
  return capitalized(words.trim() || "link");
}

function addressesOf({ value }: KeyedValue): readonly string[] {
  const nodes = isScalar(value) ? [value] : entriesOf(value);
  const addresses = nodes.map((node) => addressFrom(stringOf(node) ?? ""));
  return addresses.includes(undefined) ? [] : (addresses as string[]);
}
