/** Reads numbers such as `twelve`. */

const words =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** @param text in any case @returns 0 to 99; undefined for any other text */
export function numberOfWord(text: string): number | undefined {
  const word = text.toLowerCase();
  const small = words.indexOf(word);
  if (small >= 0) return small;
  const [ten = "", unit, ...others] = word.split(/[ -]/);
  const ofTens = (tens.indexOf(ten) + 2) * 10;
  if (ofTens < 20 || others.length > 0) return undefined;
  if (unit === undefined) return ofTens;
  const ofUnit = words.indexOf(unit);
  return ofUnit >= 1 && ofUnit <= 9 ? ofTens + ofUnit : undefined;
}
