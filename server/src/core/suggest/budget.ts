/** How much is learned from, so that learning takes bounded time and memory, whoever wrote what there is to learn. */

/** Pieces of evidence in all texts of a catalogue, and in all items of an archive. */
const maxEvidence = 400_000;

/** Limits of one classifier's training. */
export interface TrainingBudget {
  /** weights: one for each key and class */
  readonly cells: number;
  /** weights that are looked at, over all rounds; one round is always done */
  readonly updates: number;
}

export const trainingBudget: TrainingBudget = { cells: 2_000_000, updates: 40_000_000 };

/** The part of the budget that goes with a part of the evidence. */
export function shareOfBudget(evidence: number, ofAll: number): TrainingBudget {
  const share = ofAll === 0 ? 1 : evidence / ofAll;
  return { cells: trainingBudget.cells * share, updates: trainingBudget.updates * share };
}

/** Pieces of evidence that one round of training has time for. */
export function evidenceFor(classes: number): number {
  return Math.min(maxEvidence, Math.floor(trainingBudget.updates / classes));
}
