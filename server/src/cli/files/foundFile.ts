import type { ListedFolder } from "../../host/listedFolder";
import type { FilePath } from "../../host/safetyCopy";

/** A file that a path on the command line leads to. */
export interface FoundFile {
  /** as messages and reports show it */
  readonly path: string;
  /** as it is opened */
  readonly location: FilePath;
  /** the folder that holds the file; nothing for an argument itself, which may be a link */
  readonly folder?: ListedFolder;
}

/** Reports a path that cannot be read; the others go on. */
export type Refuse = (path: string, error: unknown) => void;

/** Why a link in place of what was listed is not followed. */
export const isLinkNow = "is a link now, and links below folders are not followed";
