import { builtInCatalogue } from "../../generated/catalogue";
import { builtInModels } from "../../generated/models";
import type { Catalogue } from "../core/catalogue";
import type { Knowledge } from "../core/knowledge";
import { Suggester } from "../core/suggest/index";
import { unpack } from "../core/suggest/models";
import { Vocabulary } from "../core/vocabulary";

/** All that is known before a file is read. */
export function knowledgeOf(catalogue: Catalogue, today: string): Knowledge {
  const vocabulary = new Vocabulary(catalogue);
  const learned = catalogue === builtInCatalogue ? unpack(builtInModels, vocabulary) : undefined;
  return { vocabulary, suggester: new Suggester(vocabulary, learned), today };
}
