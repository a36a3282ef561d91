/** Display width of text in Latin letters, approximate; for tables and labels. */

/** Emoji and the scripts of East Asia take two. */
export function displayWidth(text: string): number {
  return graphemes(text).reduce((width, grapheme) => width + graphemeWidth(grapheme), 0);
}

/** The text where it fits, else as much of it as does, with `…`. */
export function truncateToWidth(text: string, width: number): string {
  // the time that graphemes take grows faster than their number
  const examined = text.slice(0, width * maxUnitsPerGrapheme);
  if (examined === text && displayWidth(text) <= width) return text;
  let widthLeft = width - 1;
  const allGraphemes = graphemes(examined);
  const visibleCount = allGraphemes.findIndex((grapheme) => {
    widthLeft -= graphemeWidth(grapheme);
    return widthLeft < 0;
  });
  return `${allGraphemes
    .slice(0, visibleCount < 0 ? allGraphemes.length : visibleCount)
    .join("")
    .trimEnd()}…`;
}

/** Maximum UTF-16 units per grapheme: a family emoji has eleven. */
const maxUnitsPerGrapheme = 16;

function graphemes(text: string): readonly string[] {
  return [...new Intl.Segmenter("en").segment(text)].map(({ segment }) => segment);
}

function graphemeWidth(grapheme: string): number {
  return /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hangul}|[\u3000-\u30ff\uff01-\uff60]/u.test(
    grapheme,
  )
    ? 2
    : 1;
}
