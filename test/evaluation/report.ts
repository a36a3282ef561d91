/** The figures as a page of text. */
import type { Catalogue } from "../../server/src/core/catalogue/catalogue";
import {
  byTheme,
  confusions,
  type Figures,
  figuresOf,
  type LabelledTitle,
  missesOf,
  type Outcome,
  outcomesOf,
  type Ratio,
} from "./measure";
import { baselineOf, suggesterOf } from "./rankers";

/** @param name what the titles are called, for the heading */
export function report(name: string, titles: readonly LabelledTitle[], catalogue: Catalogue): string {
  const outcomes = outcomesOf(titles, suggesterOf(catalogue));
  const baseline = outcomesOf(titles, baselineOf(catalogue));
  const themes = catalogue.themes.map(({ id }) => id);
  return [
    `${name}: ${titles.length} titles`,
    "",
    comparison({ suggestions: figuresOf(outcomes), BM25: figuresOf(baseline) }),
    "",
    themeTable(themes, outcomes),
    "",
    "Confused",
    ...listOrNone(confusions(outcomes).map(({ pair, times }) => `  ${times} × ${pair}`)),
    "",
    "Misses",
    ...listOrNone(missesOf(outcomes).map(miss)),
    "",
  ].join("\n");
}

/** One column a ranker. */
export function comparison(columns: Readonly<Record<string, Figures>>): string {
  const names = Object.keys(columns);
  const row = (label: string, of: (figures: Figures) => Ratio): string =>
    label.padEnd(44) + names.map((name) => text(of(columns[name] as Figures)).padStart(18)).join("");
  return [
    " ".repeat(44) + names.map((name) => name.padStart(18)).join(""),
    row("first suggestion acceptable", ({ first }) => first),
    row("primary among the first three", ({ three }) => three),
    row("no suggestion if no theme fits", ({ suggestsNothing }) => suggestsNothing),
  ].join("\n");
}

function themeTable(themes: readonly string[], outcomes: readonly Outcome[]): string {
  return [
    `${"theme".padEnd(44)}${"precision".padStart(18)}${"recall".padStart(18)}`,
    ...byTheme(themes, outcomes).map(
      ({ theme, precision, recall }) =>
        theme.padEnd(44) + text(precision).padStart(18) + text(recall).padStart(18),
    ),
  ].join("\n");
}

function miss({ judged, suggested }: Outcome): string {
  const got = suggested.map(({ theme, matched }) => `${theme} (${matched.slice(0, 3).join(", ")})`);
  return `  ${judged.title}\n      ${judged.primary ?? "none"}, not ${got.join("; ") || "no suggestion"}`;
}

function listOrNone(lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? lines : ["  none"];
}

function text({ hits, total }: Ratio): string {
  return total === 0 ? "–" : `${(hits / total).toFixed(2)} (${hits}/${total})`;
}
