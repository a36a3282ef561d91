/** The suggester, and what it is measured against. */
import MiniSearch from "minisearch";
import type { Catalogue, Example } from "../../server/src/core/catalogue/catalogue";
import { Vocabulary } from "../../server/src/core/catalogue/vocabulary";
import { pack, trainModels, unpack } from "../../server/src/core/suggest/models";
import { Suggester } from "../../server/src/core/suggest/suggester";
import type { Ranker } from "./measure";

/** A ranker after a group's archive has been learned on top of the catalogue. */
export type TrainRanker = (archive: readonly Example[]) => Ranker;

/** Learns the catalogue once; the models are as they ship: packed. */
export function rankerTrainer(catalogue: Catalogue): TrainRanker {
  const vocabulary = new Vocabulary(catalogue);
  const models = unpack(pack(trainModels(vocabulary)), vocabulary);
  return (archive) => rankerOf(new Suggester(vocabulary, models), archive);
}

export function suggesterOf(catalogue: Catalogue): Ranker {
  return rankerTrainer(catalogue)([]);
}

export function rankerOf(suggester: Suggester, archive: readonly Example[] = []): Ranker {
  suggester.train(archive);
  return (title, notes) =>
    suggester
      .suggest(title, notes)
      .map(({ theme, reasons }) => ({ theme, matched: reasons.map(({ text }) => text) }));
}

/** Plain BM25 over the themes' titles, summaries and topics, as a search library computes it. */
export function baselineOf({ themes }: Catalogue): Ranker {
  const search = new MiniSearch({ fields: ["text"] });
  search.addAll(
    themes.map(({ id, title, summary, topics }) => ({
      id,
      text: [title, summary, ...topics.map((topic) => `${topic.title} ${topic.summary}`)].join(" "),
    })),
  );
  return (title, notes = "") =>
    search
      .search(`${title} ${notes}`)
      .slice(0, 3)
      .map(({ id, queryTerms }) => ({ theme: String(id), matched: queryTerms }));
}
