import type { Vocabulary } from "../catalogue/vocabulary";
import type { Limits } from "../document/limits";
import type { Suggester } from "../suggest/suggester";

/** What is known before a file is read. */
export interface Knowledge {
  readonly vocabulary: Vocabulary;
  readonly suggester: Suggester;
  /** ISO 8601 date of the reader's day */
  readonly today: string;
  /** of what is read; of what is beyond them that is told, and nothing else; none where all is read */
  readonly limits?: Limits;
}
