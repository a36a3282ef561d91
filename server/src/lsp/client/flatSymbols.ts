import { type DocumentSymbol, type SymbolInformation, SymbolKind } from "vscode-languageserver-types";

/**
 * @returns the symbol and its children, with the kind `String` instead of each kind that the client does not
 * know
 */
export function withKnownKind(symbol: DocumentSymbol, known: readonly SymbolKind[]): DocumentSymbol {
  const { kind, children } = symbol;
  return {
    ...symbol,
    kind: known.includes(kind) ? kind : SymbolKind.String,
    ...(children && { children: children.map((child) => withKnownKind(child, known)) }),
  };
}

/** @returns the symbol and its children in the order of the file; each child names its parent */
export function flatten(
  { name, kind, range, children = [] }: DocumentSymbol,
  uri: string,
  containerName?: string,
): SymbolInformation[] {
  const information = {
    name,
    kind,
    location: { uri, range },
    ...(containerName !== undefined && { containerName }),
  };
  return [information, ...children.flatMap((child) => flatten(child, uri, name))];
}
