/** How often suggestions name what a chair would: for any list of titles with their themes. */

/** A title with what a chair would take for it. */
export interface LabelledTitle {
  readonly title: string;
  readonly notes?: string;
  /** the theme that fits best; `null` if no theme fits */
  readonly primary: string | null;
  readonly acceptable: readonly string[];
}

interface Suggested {
  readonly theme: string;
  /** the words of the title that match the theme */
  readonly matched: readonly string[];
}

/** Themes for a title, best first; empty if no theme is convincing. */
export type Ranker = (title: string, notes?: string) => readonly Suggested[];

export interface Outcome {
  readonly judged: LabelledTitle;
  readonly suggested: readonly Suggested[];
}

/** A share as its two numbers, since a share of nine is not one of a thousand. */
export interface Ratio {
  readonly hits: number;
  readonly total: number;
}

export interface Figures {
  /** of the titles about some theme: the first suggestion is acceptable */
  readonly first: Ratio;
  /** of the same: the primary theme is among the first three */
  readonly three: Ratio;
  /** of the titles about none: nothing is suggested */
  readonly suggestsNothing: Ratio;
}

export function outcomesOf(titles: readonly LabelledTitle[], rank: Ranker): readonly Outcome[] {
  return titles.map((judged) => ({ judged, suggested: rank(judged.title, judged.notes) }));
}

export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const about = outcomes.filter(({ judged }) => judged.primary !== null);
  const none = outcomes.filter(({ judged }) => judged.primary === null);
  return {
    first: ratioOf(about, isFirstAcceptable),
    three: ratioOf(about, isPrimaryInThree),
    suggestsNothing: ratioOf(none, ({ suggested }) => suggested.length === 0),
  };
}

export function isFirstAcceptable({ judged, suggested }: Outcome): boolean {
  const first = suggested[0]?.theme;
  return first !== undefined && judged.acceptable.includes(first);
}

function isPrimaryInThree({ judged, suggested }: Outcome): boolean {
  return suggested.slice(0, 3).some(({ theme }) => theme === judged.primary);
}

/** Wrong outcomes, worst first: a wrong theme, no theme, a theme for a title without one, and a primary left out. */
export function missesOf(outcomes: readonly Outcome[]): readonly Outcome[] {
  return outcomes.filter((outcome) =>
    outcome.judged.primary === null
      ? outcome.suggested.length > 0
      : !isFirstAcceptable(outcome) || !isPrimaryInThree(outcome),
  );
}

interface ThemeFigures {
  readonly theme: string;
  /** of the titles where it comes first, those that accept it */
  readonly precision: Ratio;
  /** of the titles whose primary theme it is, those where it comes first */
  readonly recall: Ratio;
}

export function byTheme(themes: readonly string[], outcomes: readonly Outcome[]): readonly ThemeFigures[] {
  return themes.map((theme) => ({
    theme,
    precision: ratioOf(
      outcomes.filter(({ suggested }) => suggested[0]?.theme === theme),
      isFirstAcceptable,
    ),
    recall: ratioOf(
      outcomes.filter(({ judged }) => judged.primary === theme),
      ({ suggested }) => suggested[0]?.theme === theme,
    ),
  }));
}

/** `security taken for storage-integration`, the most frequent first. */
export function confusions(
  outcomes: readonly Outcome[],
): readonly { readonly pair: string; readonly times: number }[] {
  const times = new Map<string, number>();
  for (const { judged, suggested } of outcomes) {
    const [wanted, got] = [judged.primary ?? "none", suggested[0]?.theme ?? "none"];
    if (wanted === got || judged.acceptable.includes(got)) continue;
    times.set(`${wanted} taken for ${got}`, (times.get(`${wanted} taken for ${got}`) ?? 0) + 1);
  }
  return [...times]
    .map(([pair, count]) => ({ pair, times: count }))
    .sort((a, b) => b.times - a.times || (a.pair < b.pair ? -1 : 1));
}

function ratioOf<T>(list: readonly T[], is: (one: T) => boolean): Ratio {
  return { hits: list.filter(is).length, total: list.length };
}
