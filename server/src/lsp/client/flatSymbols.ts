import { type DocumentSymbol, type SymbolInformation, SymbolKind } from "vscode-languageserver-types";

export interface SymbolSupport {
  readonly hierarchical: boolean;
  readonly kinds: readonly SymbolKind[];
}

/**
 * An outline in the form that the client takes: as a tree, or as a list in the order of the file, where each symbol names
 * the one that it is in.
 */
export function symbolsFor(
  { hierarchical, kinds }: SymbolSupport,
  symbols: readonly DocumentSymbol[],
  uri: string,
): DocumentSymbol[] | SymbolInformation[] {
  const known = symbols.map((symbol) => withKnownKind(symbol, kinds));
  return hierarchical ? known : known.flatMap((symbol) => flat(symbol, uri));
}

function withKnownKind(symbol: DocumentSymbol, kinds: readonly SymbolKind[]): DocumentSymbol {
  const { kind, children } = symbol;
  return {
    ...symbol,
    kind: kinds.includes(kind) ? kind : SymbolKind.String,
    ...(children && { children: children.map((child) => withKnownKind(child, kinds)) }),
  };
}

function flat(
  { name, kind, range, children = [] }: DocumentSymbol,
  uri: string,
  containerName?: string,
): SymbolInformation[] {
  const own = { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) };
  return [own, ...children.flatMap((child) => flat(child, uri, name))];
}
