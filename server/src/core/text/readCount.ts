import { numberOfWord } from "./numberWords";
import { typedText } from "./typedText";

export interface CountReading {
  readonly count: number;
  /** false if a part of the text is left out */
  readonly isCertain: boolean;
  /** the words that say more than the number: `of 31` */
  readonly rest?: string;
}

const people =
  "responses|response|replies|reply|answers|answer|sites|site|votes|vote|people|persons|person|participants|respondents|institutes|times|x";
const countPattern = new RegExp(
  `^(\\d{1,9}|\\d{1,3}(?:[,' ]\\d{3}){1,2}|[a-z]+(?:[- ][a-z]+)?)(?: ?(?:${people}))?$`,
  "i",
);

/**
 * Reads a number of people: `31 responses`, `12 of 31`, `about 30`, `twelve`.
 * @returns undefined for any other text
 */
export function readCount(text: string): CountReading | undefined {
  const written = typedText(text)
    .replace(/\.0+$/, "")
    .replace(/^[nN] ?= ?(?=\d)/, "")
    .replace(/^a dozen$/i, "twelve");
  // `1.200` may be a number with decimals
  if (/^\d{1,3}(?:\.\d{3})+$/.test(written))
    return { count: Number(written.replaceAll(".", "")), isCertain: false };
  const count = countIn(written);
  // `1 200` may be two numbers
  if (count !== undefined) return { count, isCertain: !/\d \d/.test(written) };
  const [, first = "", remark] =
    /^(\d{1,9}) ?(\(.*\)|\/ ?\d+|of \d+|out of \d+)( [a-z]+)?$/.exec(written) ?? [];
  const counted = countIn(first);
  if (counted !== undefined && remark !== undefined)
    return { count: counted, isCertain: false, rest: written.slice(first.length).trim() };
  const [, estimate = ""] = estimatePattern.exec(written) ?? [];
  const estimated = countIn(estimate);
  return estimated === undefined ? undefined : { count: estimated, isCertain: false, rest: written };
}

const estimatePattern =
  /^(?:~|≈|>|>=|≥|ca\.?|c\.|about|around|approx\.?|approximately|roughly|almost|nearly|over|more than|at least)? ?(\d{1,9})(?: ?\+| (?:or so|or more|approx\.?))?(?: [a-z]{1,20})?$/i;

function countIn(text: string): number | undefined {
  const [, digits = ""] = countPattern.exec(text) ?? [];
  return /^\d/.test(digits) ? Number(digits.replaceAll(/[,' ]/g, "")) : numberOfWord(digits);
}
