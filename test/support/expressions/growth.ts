/** How the time of a regular expression grows with the text it meets. */
import { check } from "recheck";
import type { Expression } from "./inSource";

/** Steps bound the search, not the clock, so that each run finds the same. */
const search = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  attackLimit: 10_000_000,
  // a longer one is tested with texts, since the analysis of its growth takes too long
  maxPatternSize: 120,
} as const;

type Growth = "linear" | "polynomial" | "exponential" | "unknown";

export interface GrowthResult {
  readonly growth: Growth;
  /** of what grows faster than its text: how, and a text that shows it */
  readonly reason: string;
}

export async function growthOf({
  source,
  flags,
}: Pick<Expression, "source" | "flags">): Promise<GrowthResult> {
  if (hasLongLookbehind(source))
    return { growth: "polynomial", reason: "repeats without a bound in a lookbehind" };
  const found = await check(source, flags, search);
  if (found.status === "safe") return { growth: "linear", reason: "" };
  if (found.status === "unknown") return { growth: "unknown", reason: JSON.stringify(found.error) };
  const { type, summary } = found.complexity;
  return { growth: type, reason: `${summary}: ${found.attack.pattern.slice(0, 200)}` };
}

/** `(?<=#[ \t]*)x`, which looks back over a row of blanks at each of them; `recheck` takes it for linear. */
function hasLongLookbehind(source: string): boolean {
  const bare = source.replaceAll(/\\[\s\S]/g, "_").replaceAll(/\[[^\]]*\]/g, "_");
  return [...bare.matchAll(/\(\?<[=!]/g)].some(({ index }) => /[*+]|\{\d+,\}/.test(groupAt(bare, index)));
}

/** The group that an offset begins, without its brackets and the question mark. */
function groupAt(bare: string, at: number): string {
  let depth = 0;
  for (let end = at; end < bare.length; end++) {
    if (bare[end] === "(") depth++;
    if (bare[end] === ")" && --depth === 0) return bare.slice(at + 4, end);
  }
  return bare.slice(at + 4);
}
