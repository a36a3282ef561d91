import type { CodeAction } from "vscode-languageserver";
import { type TagAllData, tagAllKind } from "../../features/codeActions/tagAllAction";

/** The last offered action to tag all items: some clients do not send its data back. */
export class OfferedTagAll {
  #last: TagAllData | undefined;

  note({ data }: CodeAction): void {
    if (data !== undefined) this.#last = data as TagAllData;
  }

  /** @returns the data of an action as a client sends it back; undefined for another kind of action */
  dataOf({ data, kind }: CodeAction): TagAllData | undefined {
    return (data as TagAllData | undefined) ?? (kind === tagAllKind ? this.#last : undefined);
  }
}
