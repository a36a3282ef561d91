/** Reads addresses as people paste them. */

/** A value that is not an address, with the reason and the address that it contains. */
export interface AddressReading {
  readonly problem: string;
  /** an http or https address */
  readonly address?: string;
  /** true if nothing is left out and nothing is a guess */
  readonly isCertain: boolean;
}

/** Maximum UTF-16 units of an address that is corrected. */
const maxLength = 2000;

/** Maximum UTF-16 units of an address in brackets or quotes. */
const maxBracketed = 300;

const addressPattern = /^https?:\/\/[^\s/]\S*$/;
const hostPattern = /^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/;

/** @param text the value of a `url` that is not an http or https address */
export function readAddress(text: string): AddressReading {
  const written = text
    .slice(0, maxLength)
    .replaceAll(/[\u200B\u2060\uFEFF]/g, "")
    .trim();
  if (/^https?:\/*$/i.test(written)) return { problem: "The address has no host", isCertain: false };
  return (
    linkReading(written) ??
    mailReading(written) ??
    corrected(written, text) ?? { problem: mustStart, isCertain: false }
  );
}

const mustStart = "An address must start with `https://` or `http://`";

/** `[Agenda](https://…)`, `<https://…>`, `"https://…"` and `(https://…)` */
function linkReading(text: string): AddressReading | undefined {
  const [, address = ""] =
    /^!?\[[^\]]*\]\(\s*<?([^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)?)>?\s*\)$/.exec(text) ?? [];
  if (address !== "") return within(address, "A Markdown link must be written as its address");
  if (text.length > maxBracketed) return undefined;
  const [, inner = ""] =
    // bounded: 300 characters (maxBracketed)
    /^[<(["'\u201C\u2018\u00AB]+\s*([^\s<>"'\u201C\u201D]+?)\s*[>)\]"'\u201D\u2019\u00BB]+$/.exec(text) ?? [];
  return inner === "" ? undefined : within(inner, "An address must have no brackets or quotes around it");
}

function within(written: string, problem: string): AddressReading {
  const address = addressPattern.test(written) ? written : completed(written);
  return address === undefined
    ? { problem: mustStart, isCertain: false }
    : { problem, address, isCertain: true };
}

function mailReading(text: string): AddressReading | undefined {
  return /^(?:mailto:)?[^\s@/]+@[^\s@/]+$/i.test(text)
    ? {
        problem: "This is an e-mail address: an address must start with `https://` or `http://`",
        isCertain: false,
      }
    : undefined;
}

function corrected(text: string, original: string): AddressReading | undefined {
  if (addressPattern.test(text) && text !== original)
    return { problem: "An address must have no blanks before or after it", address: text, isCertain: true };
  const address = completed(text);
  if (address !== undefined) return { problem: problemOf(text), address, isCertain: true };
  return /\s/.test(text) ? blankReading(text) : undefined;
}

/** True if the last of several words is like `slides.pdf` or `slides.pdf?download=1`. */
function endsWithFileName(text: string): boolean {
  const [word = "", ...others] = text.split(/\s/).reverse();
  const [name = ""] = word.split("?");
  return others.length > 0 && !name.includes("(") && /\.\w{2,5}$/.test(name.slice(-6));
}

/** `https://x.y/My slides.pdf` has a blank in its path; `see https://x.y (page 3)` has text around it. */
function blankReading(text: string): AddressReading | undefined {
  const inPath = completed(text.replaceAll(/\s+/g, "%20"));
  if (inPath !== undefined && endsWithFileName(text))
    return { problem: blankProblem, address: inPath, isCertain: true };
  const [address, ...others] = text.match(/https?:\/\/[^\s<>()[\]"',;]+/gi) ?? [];
  if (address === undefined || others.length > 0)
    return address === undefined ? undefined : { problem: blankProblem, isCertain: false };
  const problem = text.startsWith(address) ? blankProblem : mustStart;
  return { problem, address: completed(address) ?? address, isCertain: false };
}

const blankProblem = "An address must not contain blanks";

function problemOf(text: string): string {
  if (/^https?:\/\/\s/i.test(text)) return blankProblem;
  return /^https?:\/\//i.test(text) ? "`https://` and `http://` must be in lower case" : mustStart;
}

/** `HTTPS://X.Y`, `http:/x.y`, `https//x.y`, `htps://x.y`, `//x.y`, `indico.cern.ch/event/1` */
function completed(text: string): string | undefined {
  const [matched = "", scheme = ""] =
    /^(h?t?tps?)\s?(?:[:;]\s?[/\\]{0,3}:?|[/\\]{2,3}:?)\s?/i.exec(text) ?? /^[/\\]{2}/.exec(text) ?? [];
  const host = text.slice(matched.length).replaceAll("\\", "/");
  const isHost = scheme === "" ? hostPattern.test(host) : /^[\p{L}\d][^\s@]*$/u.test(host);
  if (!isHost) return undefined;
  return `${/^h?t?tp$/i.test(scheme) ? "http" : "https"}://${host}`;
}
