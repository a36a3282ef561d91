/** Limits of training, so that it takes bounded time and memory for any input. */

/** Maximum number of evidence items in all texts of a catalogue, and in all items of an archive. */
const maxEvidenceItems = 400_000;

/** Limits of one classifier's training. */
export interface TrainingBudget {
  /** maximum number of weights: one per key and class */
  readonly maxWeights: number;
  /** maximum number of weight updates over all rounds; at least one round always runs */
  readonly maxUpdates: number;
}

export const trainingBudget: TrainingBudget = { maxWeights: 2_000_000, maxUpdates: 40_000_000 };

/** The share of the budget for a share of the evidence. */
export function budgetShare(evidence: number, totalEvidence: number): TrainingBudget {
  const share = totalEvidence === 0 ? 1 : evidence / totalEvidence;
  return { maxWeights: trainingBudget.maxWeights * share, maxUpdates: trainingBudget.maxUpdates * share };
}

/** The number of evidence items that fit into one round of training. */
export function maxEvidenceFor(classes: number): number {
  return Math.min(maxEvidenceItems, Math.floor(trainingBudget.maxUpdates / classes));
}
