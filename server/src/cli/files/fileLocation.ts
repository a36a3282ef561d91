import type { ListedFolder } from "../../host/listedFolder";
import type { FilePath } from "../../host/safetyCopy";

/** A file that was found through a path on the command line. */
export interface FileLocation {
  /** for messages and reports */
  readonly path: string;
  /** for opening the file */
  readonly location: FilePath;
  /** the folder that holds the file; undefined for a path on the command line, which may be a link */
  readonly folder?: ListedFolder;
}

/** Reports a path that cannot be read; the run continues. */
export type OnUnreadable = (path: string, error: unknown) => void;

/** The reason not to follow a link that replaced a listed file or folder. */
export const linkReason = "is now a link; links below folders are not followed";
