import { parseDocumentSafely } from "./yamlDocument";

const yamlOptions = {
  prettyErrors: false,
  uniqueKeys: false,
  logLevel: "error",
  stringKeys: false,
} as const;

export function parseYaml(text: string) {
  return parseDocumentSafely(text, yamlOptions);
}
