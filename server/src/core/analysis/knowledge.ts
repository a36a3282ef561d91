import type { Vocabulary } from "../catalogue/vocabulary";
import type { Limits } from "../document/fileLimits";
import type { Suggester } from "../suggest/suggester";

/** The context in which files are analysed: catalogue, suggestions, date and limits. */
export interface Knowledge {
  readonly vocabulary: Vocabulary;
  readonly suggester: Suggester;
  /** today's date in the local time zone, ISO 8601 */
  readonly today: string;
  /** limits of what is analysed; a file or item beyond them gets a single finding. Undefined: no limits. */
  readonly limits?: Limits;
}
