/** Display width of text in Latin letters, approximate; for tables and labels. */

/** The width in Latin letters; emoji and East Asian characters have a width of two. */
export function displayWidth(text: string): number {
  return graphemes(text).reduce((width, grapheme) => width + graphemeWidth(grapheme), 0);
}

/** The text if it fits, otherwise the part of it that fits, with `…`. */
export function truncateToWidth(text: string, width: number): string {
  // splitting into graphemes takes more than linear time
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
