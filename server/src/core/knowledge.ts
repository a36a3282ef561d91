import type { Limits } from "./limits";
import type { Suggester } from "./suggest/index";
import type { Vocabulary } from "./vocabulary";

/** What is known before a file is read. */
export interface Knowledge {
  readonly vocabulary: Vocabulary;
  readonly suggester: Suggester;
  /** ISO 8601 date of the reader's day */
  readonly today: string;
  /** of what is read; of what is beyond them that is told, and nothing else; none where all is read */
  readonly limits?: Limits;
}
