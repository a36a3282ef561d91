/** Writes well-formed XML for any text. */
import { nonXmlCharacters } from "./characters";

type Attributes = Readonly<Record<string, string | number>>;

/** @param content markup, not text: what `element` and `escaped` return */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const start = `<${name}${written.join("")}`;
  return content.length === 0 ? `${start}/>` : `${start}>${content.join("")}</${name}>`;
}

/** `a < b` as `a &lt; b`; characters that XML cannot hold become `\uFFFD`. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replaceAll(nonXmlCharacters, "\ufffd");
}
