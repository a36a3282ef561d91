import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from "vscode-textmate";

const root = new URL("../../", import.meta.url);
const grammarFile = new URL("syntaxes/wlcg-contributions.tmLanguage.json", root);

/** What VS Code's own grammars would do is not ours to test: these mark what reaches them. */
const standIns: Readonly<Record<string, string>> = {
  "source.yaml.embedded": "rest.yaml",
  "text.html.markdown": "markup.markdown",
};

export async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scopeName) => {
      const name = standIns[scopeName];
      const text = name
        ? JSON.stringify({ scopeName, patterns: [{ match: "\\S+", name }] })
        : readFileSync(grammarFile, "utf8");
      return parseRawGrammar(text, `${scopeName}.json`);
    },
  });
  const grammar = await registry.loadGrammar("source.wlcg-contributions");
  if (!grammar) throw new Error("There is no grammar.");
  return grammar;
}

/** The scopes at the first place of `needle` in the text, outermost first, without the grammar's own. */
export function scopesOf(grammar: IGrammar, text: string, needle: string): readonly string[] {
  let stack = INITIAL;
  for (const line of text.split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    const at = line.indexOf(needle);
    const token = tokens.find(({ startIndex, endIndex }) => startIndex <= at && at < endIndex);
    if (token) return token.scopes.slice(1);
  }
  throw new Error(`There is no "${needle}" in the text.`);
}
