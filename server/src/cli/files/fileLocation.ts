import type { ListedFolder } from "../../host/listedFolder";
import type { FilePath } from "../../host/safetyCopy";

/** A file that a path on the command line leads to. */
export interface FileLocation {
  /** as messages and reports show it */
  readonly path: string;
  /** as it is opened */
  readonly location: FilePath;
  /** the folder that holds the file; nothing for an argument itself, which may be a link */
  readonly folder?: ListedFolder;
}

/** Reports a path that cannot be read; the others go on. */
export type OnUnreadable = (path: string, error: unknown) => void;

/** The reason not to follow a link that replaced a listed file or folder. */
export const linkReason = "is a link now, and links below folders are not followed";
