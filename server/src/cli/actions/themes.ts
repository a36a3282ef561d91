import type { Vocabulary } from "../../core/catalogue/vocabulary";
import { jsonText } from "../../core/text/displayText";
import { knowledgeFor, type Request } from "../files/inputFiles";
import { writeOutput } from "../files/writeOutput";
import { parseFormat, UsageError } from "../output/output";

const lists = {
  text: ({ references }: Vocabulary): string => {
    const width = Math.max(...references.map(({ ref }) => ref.length));
    return references
      .map(({ ref, theme, topic }) => `${ref.padEnd(width)}  ${(topic ?? theme).title}\n`)
      .join("");
  },
  json: ({ references }: Vocabulary): string =>
    jsonText(
      references.map(({ ref, theme, topic }) => {
        const { title, summary } = topic ?? theme;
        return { ref, title, summary };
      }),
    ),
} as const;

/** Lists every reference that an item may have in `themes`. @returns exit code 0 */
export async function themes(request: Request & { readonly format?: string }): Promise<number> {
  if (request.paths.length > 0) throw new UsageError("themes accepts no path");
  const list = parseFormat(lists, request.format);
  const { vocabulary } = await knowledgeFor(request);
  await writeOutput(lists[list](vocabulary), { output: request.output, isText: list === "text" });
  return 0;
}
