/** How much room text takes, in the width of one Latin letter; good enough for tables and labels. */

/** Emoji and the scripts of East Asia take two. */
export function widthOf(text: string): number {
  return graphemes(text).reduce((width, one) => width + widthOfOne(one), 0);
}

/** The text where it fits, else as much of it as does, with `…`. */
export function cutTo(text: string, width: number): string {
  // the time that graphemes take grows faster than their number
  const seen = text.slice(0, width * mostUnits);
  if (seen === text && widthOf(text) <= width) return text;
  let left = width - 1;
  const all = graphemes(seen);
  const kept = all.findIndex((one) => {
    left -= widthOfOne(one);
    return left < 0;
  });
  return `${all
    .slice(0, kept < 0 ? all.length : kept)
    .join("")
    .trimEnd()}…`;
}

/** UTF-16 units of a grapheme that are looked at: a family of emoji has eleven. */
const mostUnits = 16;

function graphemes(text: string): readonly string[] {
  return [...new Intl.Segmenter("en").segment(text)].map(({ segment }) => segment);
}

function widthOfOne(grapheme: string): number {
  return /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hangul}|[\u3000-\u30ff\uff01-\uff60]/u.test(
    grapheme,
  )
    ? 2
    : 1;
}
