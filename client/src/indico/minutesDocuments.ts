import { commands, Disposable, Uri, workspace } from "vscode";
import { labelText } from "../../../server/src/core/text/displayText";

const scheme = "wlcg-notes-minutes";

/** UTF-16 units of a title within that of a tab. */
const maxTitleLength = 60;

/** Minutes as documents that cannot be edited, for a comparison in the editor. */
export class MinutesDocuments implements Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registrations: Disposable;
  #count = 0;

  constructor() {
    this.#registrations = Disposable.from(
      workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: (uri) => this.#texts.get(uri.toString()) ?? "",
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    );
  }

  /** Shows the minutes that Indico has on the left, and those of the file on the right; the focus stays. */
  async compare(title: string, theirs: string, ours: string): Promise<void> {
    this.#count++;
    const name = `${labelText(title, maxTitleLength)}: Indico ↔ This File`;
    const [left, right] = [this.#documentOf("indico", theirs), this.#documentOf("file", ours)];
    await commands.executeCommand("vscode.diff", left, right, name, { preserveFocus: true, preview: true });
  }

  dispose(): void {
    this.#registrations.dispose();
    this.#texts.clear();
  }

  /** Plain text: no other extension processes the HTML that comes from Indico. */
  #documentOf(side: string, text: string): Uri {
    const uri = Uri.from({ scheme, path: `/${this.#count}/${side}/minutes.txt` });
    this.#texts.set(uri.toString(), text);
    return uri;
  }
}
