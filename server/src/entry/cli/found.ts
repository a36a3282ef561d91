import type { FilePath } from "../safetyCopy";

/** A file that a path on the command line leads to. */
export interface FoundFile {
  /** as messages and reports show it */
  readonly path: string;
  /** as it is opened */
  readonly location: FilePath;
  /** an argument itself, which may be a link; links below folders are not followed */
  readonly isArgument: boolean;
}

/** Reports a path that cannot be read; the others go on. */
export type Refuse = (path: string, error: unknown) => void;
