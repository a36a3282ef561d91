/**
 * Reduces HTML that `html/` writes to what Indico shows in minutes. Indico escapes the tags that it does not know, so that
 * they appear as text, and removes attributes and styles.
 * https://github.com/indico/indico/blob/v3.3/indico/util/string.py (`BLEACH_ALLOWED_TAGS_HTML`)
 */

/** Tags that the fragment may have; a subset of those that Indico shows. */
export const fragmentTags: ReadonlySet<string> = new Set(
  (
    "a b blockquote br caption code dd del div dl dt em h2 h3 h4 h5 h6 hr i li ol p pre s strong sub sup table tbody td " +
    "th thead tr ul"
  ).split(" "),
);

/** Attributes that the fragment may have, with the values of each. */
export const fragmentAttributes = {
  href: /^(?:https?:|mailto:)/i,
  start: /^\d{1,9}$/,
  colspan: /^\d{1,4}$/,
  rowspan: /^\d{1,4}$/,
  align: /^(?:left|center|right)$/,
} as const satisfies Readonly<Record<string, RegExp>>;

/** Elements without a place in minutes, removed with their content: pictures, and the title, which Indico's page shows. */
const removed: ReadonlySet<string> = new Set(["svg", "style", "script", "template", "button", "h1"]);

/** What an element becomes, as the tags around its content. */
const replacements: Readonly<Record<string, readonly string[]>> = {
  details: ["blockquote"],
  summary: ["p", "strong"],
};

const voidTags: ReadonlySet<string> = new Set(["br", "hr", "img", "input", "wbr"]);

/** An element that is open: the tags that it became, none if only its content remains. */
interface OpenElement {
  readonly name: string;
  readonly tags: readonly string[];
}

/**
 * @param html well-formed, as the writers of this folder return it: attributes in double quotes, text escaped
 * @returns a fragment in which each tag and attribute is one that Indico shows
 */
export function indicoFragment(html: string): string {
  const open: OpenElement[] = [];
  let result = "";
  let end = 0;
  let removedDepth = 0;
  for (const tag of html.matchAll(tagPattern)) {
    if (removedDepth === 0) result += html.slice(end, tag.index);
    end = tag.index + tag[0].length;
    const [, slash, name = "", attributes = "", isEmpty] = tag;
    if (removedDepth > 0 || removed.has(name)) {
      if (!voidTags.has(name) && !isEmpty) removedDepth += slash ? -1 : 1;
    } else if (slash) {
      result += closing(open.pop());
    } else {
      const tags = tagsFor(name, attributes);
      result += tags.map((each) => `<${each}>`).join("");
      if (!voidTags.has(name)) open.push({ name, tags: tags.map((each) => each.replace(/ .*/s, "")) });
      if (isEmpty && !voidTags.has(name)) result += closing(open.pop());
    }
  }
  return withoutEmptyLines(removedDepth === 0 ? result + html.slice(end) : result);
}

/** A tag; `<` in text is escaped. */
const tagPattern = /<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z:-]+(?:="[^"]*")?)*) ?(\/?)>/g;

function closing(element: OpenElement | undefined): string {
  return [...(element?.tags ?? [])]
    .reverse()
    .map((tag) => `</${tag}>`)
    .join("");
}

/** The opening tags for an element, without their brackets; none if only its content remains. */
function tagsFor(name: string, attributes: string): readonly string[] {
  const replacement = replacements[name];
  if (replacement) return replacement;
  if (!fragmentTags.has(name)) return [];
  const written = attributesOf(name, attributes);
  const hasNoUse = name === "a" && written === "";
  return hasNoUse ? [] : [`${name}${written}`];
}

/** The attributes that remain; the alignment of a cell is an attribute instead of a style. */
function attributesOf(name: string, source: string): string {
  const attributes = new Map(
    [...source.matchAll(/ ([a-zA-Z:-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
  );
  const isCell = name === "td" || name === "th";
  const align = isCell ? /text-align: ?(\w+)/.exec(attributes.get("style") ?? "")?.[1] : undefined;
  return Object.entries(fragmentAttributes)
    .map(([key, pattern]) => {
      const value = key === "align" ? (align ?? attributes.get(key)) : attributes.get(key);
      return value !== undefined && pattern.test(value) ? ` ${key}="${value}"` : "";
    })
    .join("");
}

/** The text without blocks that lost their content, and without the blank lines of those. */
function withoutEmptyLines(html: string): string {
  return html
    .replaceAll(/<(div|p)><\/\1>/g, "")
    .replaceAll(/(?<=>)\n{2,}(?=<)/g, "\n")
    .trim();
}
