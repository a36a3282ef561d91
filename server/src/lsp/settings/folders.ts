import { pathToFileURL } from "node:url";

/** The folders in the params of `initialize`: any of it may be missing or of another type. */
export interface NamedFolders {
  readonly workspaceFolders?: unknown;
  readonly rootUri?: unknown;
  readonly rootPath?: unknown;
}

/** The folders that a client works in, as URIs. */
export class Folders {
  #uris: readonly string[] = [];
  #ofFile: string | undefined;

  /** Takes `workspaceFolders`; from clients without them `rootUri`, and from still older ones `rootPath`. */
  begin({ workspaceFolders, rootUri, rootPath }: NamedFolders): void {
    const named = urisOf(workspaceFolders);
    if (named.length > 0) this.#uris = named;
    else if (isText(rootUri)) this.#uris = [rootUri];
    else this.#uris = isText(rootPath) ? [pathToFileURL(rootPath).href] : [];
  }

  /** Takes the folders of `workspace/didChangeWorkspaceFolders` away and adds those. */
  change(added: unknown, removed: unknown): void {
    const gone = urisOf(removed);
    const left = this.#uris.filter((uri) => !gone.includes(uri));
    this.#uris = [...left, ...urisOf(added).filter((uri) => !left.includes(uri))];
  }

  /** Notes an opened file. Returns true if its folder becomes `base`. */
  opened(uri: string): boolean {
    if (this.base !== undefined) return false;
    this.#ofFile = folderOf(uri);
    return this.#ofFile !== undefined;
  }

  /** Those that the client named. */
  get uris(): readonly string[] {
    return this.#uris;
  }

  /** Where relative paths of the settings begin: the first folder, else that of the first file that was opened. */
  get base(): string | undefined {
    return this.#uris[0] ?? this.#ofFile;
  }
}

function urisOf(folders: unknown): readonly string[] {
  if (!Array.isArray(folders)) return [];
  return folders.map((folder: { readonly uri?: unknown } | null) => folder?.uri).filter(isText);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** `file:///notes` of `file:///notes/a.yaml`; nothing of a file that is not on the disk. */
function folderOf(uri: string): string | undefined {
  return /^file:.*(?=\/[^/]*$)/s.exec(uri)?.[0];
}
