/** The matched terms of a suggestion, as they occur in the item. */
import type { Classifier } from "./classifier";
import type { Evidence } from "./evidence";

export interface Reason {
  /** a word, a word pair, or a system's name */
  readonly text: string;
  readonly where: "title" | "notes" | "system";
}

interface ReasonCandidate {
  readonly text: string;
  readonly where: Reason["where"];
  readonly strength: number;
}

const maxReasons = 5;
/** The minimum strength of a reason, as a share of the strongest one. */
const minShareOfBest = 0.15;

/**
 * @returns at most `maxReasons` reasons, strongest first; of `bare metal`, `bare` and `metal` only the
 * strongest
 */
export function reasonsFor(
  evidence: readonly Evidence[],
  classifier: Classifier,
  label: number,
): readonly Reason[] {
  const candidates = collectCandidates(evidence, classifier, label).sort(
    (a, b) => b.strength - a.strength || (a.text < b.text ? -1 : 1),
  );
  const minStrength = (candidates[0]?.strength ?? 0) * minShareOfBest;
  const chosen: ReasonCandidate[] = [];
  for (const candidate of candidates) {
    if (chosen.length === maxReasons || candidate.strength <= minStrength) break;
    if (!chosen.some((chosenReason) => shareWord(chosenReason.text, candidate.text))) chosen.push(candidate);
  }
  return chosen.map(({ text, where }) => ({ text, where }));
}

/** Adds up evidence with the same spelling: a system's name and the themes of the system. */
function collectCandidates(
  evidence: readonly Evidence[],
  classifier: Classifier,
  label: number,
): ReasonCandidate[] {
  const byText = new Map<string, ReasonCandidate>();
  for (const item of evidence) {
    const key = item.displayText.toLowerCase();
    const existing = byText.get(key);
    byText.set(key, {
      text: existing?.where === "system" ? existing.text : item.displayText,
      where: item.isSystem || existing?.where === "system" ? "system" : item.where,
      strength: (existing?.strength ?? 0) + classifier.logOddsAgainstMean(item, label),
    });
  }
  const positive = [...byText.values()].filter(({ strength }) => strength > 0);
  return positive.map((item) => ({ ...item, strength: item.strength + strengthOfWords(item, byText) }));
}

/** The strength of a pair's single words, added so that the pair ranks before them. */
function strengthOfWords(
  { text, where }: ReasonCandidate,
  byText: ReadonlyMap<string, ReasonCandidate>,
): number {
  const parts = where === "system" ? [] : text.toLowerCase().split(" ");
  if (parts.length < 2) return 0;
  return parts.reduce((sum, part) => sum + Math.max(0, byText.get(part)?.strength ?? 0), 0);
}

function shareWord(a: string, b: string): boolean {
  const words = new Set(a.toLowerCase().split(" "));
  return b
    .toLowerCase()
    .split(" ")
    .some((word) => words.has(word));
}
