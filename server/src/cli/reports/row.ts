import type { Code, Severity } from "../../core/findings/codes";
import type { UnreadablePath } from "../files/inputFiles";

/** One finding as reports show it; lines and columns are 1-based, columns in UTF-16 units. */
export interface Row {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly code: Code;
  readonly message: string;
}

/**
 * A row with the text of its range, which is stable when lines shift, and the source line where it starts.
 */
export interface SourceRow extends Row {
  readonly findingText: string;
  readonly source: string;
}

export interface ReportOptions {
  /** number of files that were read */
  readonly files: number;
  readonly colours: boolean;
  /** the paths that could not be read */
  readonly unreadable: readonly UnreadablePath[];
}
