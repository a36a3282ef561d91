/** The smallest server: it stores the text as one string, and reports nothing about it. */
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

const connection = createConnection(
  ProposedFeatures.all,
  new StreamMessageReader(process.stdin),
  new StreamMessageWriter(process.stdout),
);
const documents = new TextDocuments(TextDocument);

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: {},
    hoverProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentLinkProvider: {},
  },
}));
documents.onDidChangeContent(({ document }) => {
  // a client's position needs the lines counted, so this one counts them
  document.offsetAt({ line: document.lineCount, character: 0 });
  void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: [] });
});
connection.onCompletion(() => []);
connection.onHover(() => ({ contents: "" }));
connection.onDocumentSymbol(() => []);
connection.onFoldingRanges(() => []);
connection.onDocumentLinks(() => []);
documents.listen(connection);
connection.listen();
