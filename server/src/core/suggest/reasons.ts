/** What spoke for a theme, in words a reader finds again in the item. */
import type { Classifier } from "./classifier";
import type { Evidence } from "./evidence";

export interface Reason {
  /** a word, two words that stand together, or a system's name */
  readonly text: string;
  readonly where: "title" | "notes" | "system";
}

interface Candidate {
  readonly text: string;
  readonly where: Reason["where"];
  readonly strength: number;
}

const most = 5;
/** Of the strongest reason's strength: what is weaker explains nothing. */
const least = 0.15;

/** @returns the strongest first, five at most; of `bare metal`, `bare` and `metal` only what says most */
export function reasonsFor(
  evidence: readonly Evidence[],
  classifier: Classifier,
  label: number,
): readonly Reason[] {
  const candidates = gather(evidence, classifier, label).sort(
    (a, b) => b.strength - a.strength || (a.text < b.text ? -1 : 1),
  );
  const floor = (candidates[0]?.strength ?? 0) * least;
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    if (chosen.length === most || candidate.strength <= floor) break;
    if (!chosen.some((other) => overlap(other.text, candidate.text))) chosen.push(candidate);
  }
  return chosen.map(({ text, where }) => ({ text, where }));
}

/** What is spelt alike speaks with one voice: a system's name, and what the system stands for. */
function gather(evidence: readonly Evidence[], classifier: Classifier, label: number): Candidate[] {
  const byText = new Map<string, Candidate>();
  for (const one of evidence) {
    const key = one.spelt.toLowerCase();
    const known = byText.get(key);
    byText.set(key, {
      text: known?.where === "system" ? known.text : one.spelt,
      where: one.isSystem || known?.where === "system" ? "system" : one.where,
      strength: (known?.strength ?? 0) + classifier.support(one, label),
    });
  }
  const positive = [...byText.values()].filter(({ strength }) => strength > 0);
  return positive.map((one) => ({ ...one, strength: one.strength + halves(one, byText) }));
}

/** What the words of a pair say by themselves, so that the pair comes before them. */
function halves({ text, where }: Candidate, byText: ReadonlyMap<string, Candidate>): number {
  const parts = where === "system" ? [] : text.toLowerCase().split(" ");
  if (parts.length < 2) return 0;
  return parts.reduce((sum, part) => sum + Math.max(0, byText.get(part)?.strength ?? 0), 0);
}

function overlap(a: string, b: string): boolean {
  const words = new Set(a.toLowerCase().split(" "));
  return b
    .toLowerCase()
    .split(" ")
    .some((word) => words.has(word));
}
