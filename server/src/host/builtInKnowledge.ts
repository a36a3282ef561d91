import { builtInCatalogue } from "../../generated/catalogue";
import { builtInModels } from "../../generated/models";
import type { Knowledge } from "../core/analysis/knowledge";
import type { Catalogue } from "../core/catalogue/catalogue";
import { Vocabulary } from "../core/catalogue/vocabulary";
import { unpack } from "../core/suggest/models";
import { Suggester } from "../core/suggest/suggester";

/** The knowledge for analysing files: the vocabulary of a catalogue, the suggester and the date. */
export function createKnowledge(catalogue: Catalogue, today: string): Knowledge {
  const vocabulary = new Vocabulary(catalogue);
  const models = catalogue === builtInCatalogue ? unpack(builtInModels, vocabulary) : undefined;
  return { vocabulary, suggester: new Suggester(vocabulary, models), today };
}
