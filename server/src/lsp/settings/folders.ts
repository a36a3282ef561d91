import { pathToFileURL } from "node:url";

/** The folders in the params of `initialize`: any field may be missing or have another type. */
export interface ClientFolders {
  readonly workspaceFolders?: unknown;
  readonly rootUri?: unknown;
  readonly rootPath?: unknown;
}

/** The folders that a client works in, as URIs. */
export class WorkspaceFolders {
  #uris: readonly string[] = [];
  #folderOfFirstFile: string | undefined;

  /** Reads `workspaceFolders`; for older clients `rootUri`, and for even older ones `rootPath`. */
  initialize({ workspaceFolders, rootUri, rootPath }: ClientFolders): void {
    const workspaceUris = urisOf(workspaceFolders);
    if (workspaceUris.length > 0) this.#uris = workspaceUris;
    else if (isNonEmptyString(rootUri)) this.#uris = [rootUri];
    else this.#uris = isNonEmptyString(rootPath) ? [pathToFileURL(rootPath).href] : [];
  }

  /** Removes and adds the folders of `workspace/didChangeWorkspaceFolders`. */
  change(added: unknown, removed: unknown): void {
    const removedUris = urisOf(removed);
    const remaining = this.#uris.filter((uri) => !removedUris.includes(uri));
    this.#uris = [...remaining, ...urisOf(added).filter((uri) => !remaining.includes(uri))];
  }

  /** Handles an opened file. @returns true if its folder becomes `base` */
  opened(uri: string): boolean {
    if (this.base !== undefined) return false;
    this.#folderOfFirstFile = folderOf(uri);
    return this.#folderOfFirstFile !== undefined;
  }

  /** The folders that the client named. */
  get uris(): readonly string[] {
    return this.#uris;
  }

  /**
   * The base of relative paths in the settings: the first folder, else the folder of the first opened file.
   */
  get base(): string | undefined {
    return this.#uris[0] ?? this.#folderOfFirstFile;
  }
}

function urisOf(folders: unknown): readonly string[] {
  if (!Array.isArray(folders)) return [];
  return folders.map((folder: { readonly uri?: unknown } | null) => folder?.uri).filter(isNonEmptyString);
}

function isNonEmptyString(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** `file:///notes` of `file:///notes/a.yaml`; undefined for a file that is not on the disk. */
function folderOf(uri: string): string | undefined {
  return /^file:.*(?=\/[^/]*$)/s.exec(uri)?.[0];
}
