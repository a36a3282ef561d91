import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { didYouMean } from "../../core/text/closestWord";
import { errorText } from "../../host/errorText";
import { packageFolder } from "../../host/packageFolder";
import { writeOutput } from "../files/writeOutput";
import { type Output, UsageError } from "../output/output";

interface Request {
  readonly paths: readonly string[];
  readonly output: Output;
  readonly out?: string;
}

/** The files of the package by the names of the schemas. */
const files: ReadonlyMap<string, string> = new Map([
  ["contributions", "dist/contributions.schema.json"],
  ["catalogue", "schemas/catalogue.schema.json"],
  ["notes", "schemas/notes.schema.json"],
  ["coverage", "schemas/coverage.schema.json"],
]);

/** Prints a JSON Schema. @returns exit code 0 */
export async function schema({ paths, output, out }: Request): Promise<number> {
  const [name = "contributions", ...others] = paths;
  if (others.length > 0) throw new UsageError("schema accepts one NAME");
  const file = files.get(name);
  if (file === undefined) throw new UsageError(unknownName(name));
  const text = await readFile(join(packageFolder(), file), "utf8").catch((error: unknown) => {
    throw new UsageError(`the schema cannot be read: ${errorText(error)}`);
  });
  await writeOutput(text, { output, ...(out !== undefined && { out }) });
  return 0;
}

function unknownName(name: string): string {
  const names = [...files.keys()];
  return `unknown schema "${name}"; ${didYouMean(name, names, `expected one of ${names.join(", ")}`)}`;
}
