import type { Position } from "vscode-languageserver-types";

/**
 * Places of a text, 0-based, and one beyond its end: every one if there are at most `most`, and else as many,
 * evenly spread.
 */
export function positionsIn(text: string, maxPositions = Number.POSITIVE_INFINITY): readonly Position[] {
  const all = text
    .split("\n")
    .flatMap((source, line) =>
      Array.from({ length: source.length + 1 }, (_, character) => ({ line, character })),
    );
  const step = Math.max(1, all.length / maxPositions);
  const chosen = Array.from(
    { length: Math.min(maxPositions, all.length) },
    (_, at) => all[Math.floor(at * step)],
  );
  return [...chosen.filter((place) => place !== undefined), { line: 1_000_000, character: 1_000_000 }];
}
