// What the suite does in the editor, as a person or another extension would.
import { execFileSync } from "node:child_process";
import {
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  commands,
  type Diagnostic,
  Disposable,
  type DocumentSymbol,
  extensions,
  type FileSystemProvider,
  FileType,
  type Hover,
  languages,
  type Position,
  Range,
  Selection,
  type TextEditor,
  Uri,
  window,
  workspace,
} from "vscode";

const waitTimeout = 20_000;

export const extensionId = "wlcg-k8s-notes.wlcg-k8s-notes";

/** Writes a file into the workspace and shows it; `<|>` is where the cursor goes. */
export async function openText(name: string, marked: string): Promise<TextEditor> {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("The suite wants a folder open.");
  const uri = Uri.joinPath(folder.uri, name);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(marked.replace("<|>", "")));
  const editor = await window.showTextDocument(await workspace.openTextDocument(uri));
  const at = marked.indexOf("<|>");
  if (at >= 0) moveTo(editor, editor.document.positionAt(at));
  return editor;
}

/** A file system with one file, which cannot be written. */
export function readOnlyFiles(content: Uint8Array): FileSystemProvider {
  const rejectWrite = (): never => {
    throw new Error("The file system is read-only.");
  };
  return {
    onDidChangeFile: () => Disposable.from(),
    watch: () => Disposable.from(),
    stat: () => ({ type: FileType.File, ctime: 0, mtime: 0, size: content.length }),
    readFile: () => content,
    readDirectory: () => [],
    createDirectory: rejectWrite,
    writeFile: rejectWrite,
    delete: rejectWrite,
    rename: rejectWrite,
  };
}

function moveTo(editor: TextEditor, position: Position): void {
  editor.selection = new Selection(position, position);
}

/** The first place of `text` in the file; `into` characters further on. */
export function placeOf(editor: TextEditor, text: string, into = 0): Position {
  const at = editor.document.getText().indexOf(text);
  if (at < 0) throw new Error(`There is no "${text}" in the file.`);
  return editor.document.positionAt(at + into);
}

export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** Findings as `line: code`, 1-based, in the order of lines. */
export function findings({ document }: TextEditor): readonly string[] {
  return languages
    .getDiagnostics(document.uri)
    .map((diagnostic) => [diagnostic.range.start.line + 1, codeOf(diagnostic)] as const)
    .sort(([a], [b]) => a - b)
    .map(([line, code]) => `${line}: ${code}`);
}

/** Waits until the value passes, and returns it. */
export async function until<T>(
  value: () => T | Promise<T>,
  passes: (value: T) => boolean,
  what: string,
  milliseconds = waitTimeout,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const now = await value();
    if (passes(now)) return now;
    if (Date.now() > end)
      throw new Error(`Waited in vain for ${what}; there was ${JSON.stringify(now)?.slice(0, 400)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function completionsAt(editor: TextEditor): Thenable<CompletionList> {
  return commands.executeCommand<CompletionList>(
    "vscode.executeCompletionItemProvider",
    editor.document.uri,
    editor.selection.active,
  );
}

export function nameOf({ label }: CompletionItem): string {
  return typeof label === "string" ? label : label.label;
}

/** The text of all hovers at the position. */
export async function hoverAt(editor: TextEditor, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>(
    "vscode.executeHoverProvider",
    editor.document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === "string" ? content : content.value))
    .join("\n");
}

export function quickFixesAt(editor: TextEditor, position: Position): Thenable<CodeAction[]> {
  return commands.executeCommand<CodeAction[]>(
    "vscode.executeCodeActionProvider",
    editor.document.uri,
    new Range(position, position),
    "quickfix",
  );
}

export async function symbolsOf({ document }: TextEditor): Promise<readonly DocumentSymbol[]> {
  const provider = "vscode.executeDocumentSymbolProvider";
  return (await commands.executeCommand<DocumentSymbol[] | undefined>(provider, document.uri)) ?? [];
}

/** The process of the language server that belongs to the installed extension. */
export function serverProcess(): number | undefined {
  const folder = extensions.getExtension(extensionId)?.extensionPath ?? "";
  const processes = execFileSync("ps", ["-axww", "-o", "pid=,args="], { encoding: "utf8" }).split("\n");
  const line = processes.find((args) => args.includes(folder) && /dist[\\/]server\.js/.test(args));
  return line === undefined ? undefined : Number.parseInt(line, 10);
}
