/** Links of wikis and mails as links in Markdown, and lines without e-mail addresses. */

const address = "https?:\\/\\/[^\\s<>()[\\]|]+";

/** `[[https://x.org|words]]` of DokuWiki, `[[https://x.org][words]]` of TWiki and Org, `[[Page|words]]` */
const doubleBrackets = /\[\[([^[\]|]+)(?:(?:\||\]\[)([^[\]]{1,300}))?\]\]/g;
/** `[https://x.org words]` of MediaWiki, `[words|https://x.org]` of Jira */
const addressFirst = new RegExp(`\\[(${address}) ([^[\\]]{1,300})\\](?!\\()`, "g");
const addressLast = new RegExp(`\\[([^[\\]|]{1,300})\\|(${address})\\]`, "g");
/** `words <https://x.org>`_ in backquotes, of reStructuredText */
const quotedLink = /`([^`<>]{1,300}) <(https?:\/\/[^\s<>`]+)>`_{0,2}/g;
/** `[slides: https://x.org/a.pdf, video: https://x.org/b.mp4]`, a list in brackets */
const listItem = "[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9 ]{0,30}:\\s?https?:\\/\\/[^\\s<>()[\\]|,;]+";
const namedList = new RegExp(`([([])(${listItem}(?:\\s?[,;|]\\s?${listItem}){0,5})([)\\]])`, "g");

/** The line with all links as in Markdown. */
export function withMarkdownLinks(line: string): string {
  if (!line.includes("[") && !line.includes("://")) return line;
  return line
    .replaceAll(quotedLink, (_, words: string, url: string) => linkOf(url, words))
    .replaceAll(doubleBrackets, (_, target: string, words = "") => linkOf(target.trim(), words.trim()))
    .replaceAll(addressFirst, (_, url: string, words: string) => linkOf(url, words))
    .replaceAll(addressLast, (_, words: string, url: string) => linkOf(url, words))
    .replaceAll(
      namedList,
      (_, open: string, list: string, close: string) =>
        open + list.split(/[,;|]/).map(linkOfItem).join(", ") + close,
    );
}

/** `slides: https://x.org/a.pdf` */
function linkOfItem(item: string): string {
  const at = item.indexOf(":");
  return linkOf(item.slice(at + 1).trim(), item.slice(0, at).trim());
}

/** A page of the wiki itself has only its words. */
function linkOf(target: string, words: string): string {
  if (!/^https?:\/\/\S+$/.test(target)) return words || (target.split(/[:/#]/).at(-1) ?? target);
  return words === "" || words === target
    ? target
    : `[${words}](${target.replaceAll("(", "%28").replaceAll(")", "%29")})`;
}

const domain = "[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}";
const mailAddress = `(?:mailto:)?(?<![\\w/.+:-])[\\w.+-]{1,64}(?:@|\\s?[([]at[)\\]]\\s?)${domain}`;
const mailLink = /\[([^[\]]{1,300})\]\(<?mailto:[^\s()]{1,300}\)/g;
const bracketed = new RegExp(`\\s?(?:<${mailAddress}>|\\(${mailAddress}\\)|\\[${mailAddress}\\])`, "g");
const plain = new RegExp(`(?:\\s?[,;])?\\s?${mailAddress}`, "g");

/** The line without e-mail addresses, which are never published. */
export function withoutMailAddresses(line: string): string {
  if (!/@|\bat[)\]]/.test(line)) return line;
  const without = line.replaceAll(mailLink, "$1").replaceAll(bracketed, "").replaceAll(plain, "");
  if (without === line) return line;
  return without.replace(/\s(?:[-–—|:,]|\/)\s?$/, "").replace(/^[^:]{1,40}:$/, "");
}
