import { type Diagnostic, type Uri, workspace } from "vscode";
import type { DiagnosticProviderMiddleware } from "vscode-languageclient/node";

/**
 * VS Code supports only line numbers as fragments: `rules.md#unknown-key` becomes `rules.md#L57`, so that the
 * link of a code opens its section.
 * @param page the rules page in the extension
 */
export function ruleLinksMiddleware(
  page: Uri,
): NonNullable<DiagnosticProviderMiddleware["provideDiagnostics"]> {
  let sections: Promise<ReadonlyMap<string, number>> | undefined;
  return async (document, previousResultId, token, next) => {
    sections ??= sectionsOf(page);
    const lines = await sections;
    const report = await next(document, previousResultId, token);
    if (report && "items" in report) for (const item of report.items) linkToSection(item, lines);
    return report;
  };
}

/** The 1-based line of each heading, `## unknown-key`; empty if the page cannot be read. */
async function sectionsOf(page: Uri): Promise<ReadonlyMap<string, number>> {
  try {
    const text = new TextDecoder().decode(await workspace.fs.readFile(page));
    return new Map(text.split("\n").map((line, at) => [line.trim(), at + 1]));
  } catch {
    return new Map();
  }
}

function linkToSection({ code }: Diagnostic, sections: ReadonlyMap<string, number>): void {
  if (typeof code !== "object") return;
  const line = sections.get(`## ${code.target.fragment}`);
  if (line !== undefined) code.target = code.target.with({ fragment: `L${line}` });
}
