/** Links as people write them in one text. */
import { readAddress } from "./readAddress";

/** A link with its words. */
export interface LinkText {
  /** empty if the text has no words for it */
  readonly title: string;
  /** an http or https address */
  readonly url: string;
}

/** Maximum UTF-16 units of a text that is read as a link. */
const maxLength = 500;

/** `Slides: https://…`, `Slides (https://…)`, `[Slides](https://…)`, `https://… (slides)` and an address alone. */
export function readLink(text: string): LinkText | undefined {
  const words = text.slice(0, maxLength).trim();
  if (text.length > maxLength || words.includes("\n")) return undefined;
  const alone = addressFrom(words);
  const [, markdownTitle] = /^\[([^\]]*)\]\(/.exec(words) ?? [];
  if (alone !== undefined) return { title: markdownTitle?.trim() ?? "", url: alone };
  const [url] = /https?:\/\/[^\s<>()]+/.exec(words) ?? [];
  if (url === undefined || words.split("://").length > 2) return undefined;
  const at = words.indexOf(url);
  const parts = [words.slice(0, at), words.slice(at + url.length)].map(withoutMarks);
  const titles = parts.filter((part) => part !== "");
  return titles.length === 1 ? { title: titles[0] ?? "", url } : undefined;
}

/** The address that is the whole text, or that the text certainly means; undefined for other words. */
export function addressFrom(text: string): string | undefined {
  const words = text.trim();
  if (/^https?:\/\/[^\s/]\S*$/.test(words)) return words;
  if (!/:\/\/|^www\./.test(words)) return undefined;
  const { address, isCertain } = readAddress(words);
  return isCertain ? address : undefined;
}

/** Words without the brackets, dashes and colons between them and the address. */
function withoutMarks(text: string): string {
  return (
    text
      .trim()
      .replace(/^[-–—:(<,;|]+/, "")
      // bounded: 500 characters (maxLength)
      .replace(/[-–—:(<>),;|]+$/, "")
      .trim()
  );
}

/** The words for a link that has none: the kind of its address. */
export function titleOfAddress(url: string): string {
  if (/\.(?:pdf|pptx?|key|odp)(?:[?#]|$)/i.test(url)) return "Slides";
  if (/youtu\.?be|vimeo|\/record(?:ing)?s?\/|\.(?:mp4|webm)(?:[?#]|$)/i.test(url)) return "Recording";
  if (/zoom\.us|zoom\.|meet\.google|teams\./i.test(url)) return "Video conference";
  return "Link";
}
