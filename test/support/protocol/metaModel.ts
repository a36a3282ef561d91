/** The protocol's own description of its messages, as published: see test/data/lsp. */
import { readFileSync } from "node:fs";

export type Type =
  | { readonly kind: "base" | "reference"; readonly name: string }
  | { readonly kind: "array"; readonly element: Type }
  | { readonly kind: "map"; readonly key: Type; readonly value: Type }
  | { readonly kind: "and" | "or" | "tuple"; readonly items: readonly Type[] }
  | { readonly kind: "literal"; readonly value: { readonly properties: readonly Property[] } }
  | { readonly kind: "stringLiteral"; readonly value: string };

export interface Property {
  readonly name: string;
  readonly type: Type;
  readonly optional?: boolean;
}

export interface Structure {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly extends?: readonly Type[];
  readonly mixins?: readonly Type[];
}

export interface Enumeration {
  readonly name: string;
  readonly type: Type;
  readonly values: readonly { readonly value: string | number }[];
  readonly supportsCustomValues?: boolean;
}

export interface Method {
  readonly method: string;
  readonly messageDirection: "clientToServer" | "serverToClient" | "both";
  readonly params?: Type;
  readonly registrationMethod?: string;
  readonly registrationOptions?: Type;
}

interface RequestMethod extends Method {
  readonly result: Type;
}

export interface MetaModel {
  readonly requests: readonly RequestMethod[];
  readonly notifications: readonly Method[];
  readonly structures: readonly Structure[];
  readonly enumerations: readonly Enumeration[];
  readonly typeAliases: readonly { readonly name: string; readonly type: Type }[];
}

export type ProtocolVersion = "3.17" | "3.18";

export function readMetaModel(version: ProtocolVersion): MetaModel {
  return JSON.parse(
    readFileSync(new URL(`../../data/lsp/metaModel-${version}.json`, import.meta.url), "utf8"),
  );
}
