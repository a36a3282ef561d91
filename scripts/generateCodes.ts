// Writes server/generated/codeSeverities.ts: the table of diagnostic codes without its documentation.
import { mkdirSync, writeFileSync } from "node:fs";
import { codeTable } from "../server/src/core/findings/codeTable";
import { root } from "./paths.mjs";

const codesOnRequest = codeTable.flatMap((row) => ("isOnRequest" in row && row.isOnRequest ? row.code : []));
const severities = Object.fromEntries(codeTable.map(({ code, severity }) => [code, severity]));
mkdirSync(`${root}/server/generated`, { recursive: true });
writeFileSync(
  `${root}/server/generated/codeSeverities.ts`,
  `/** The severity of each diagnostic code. */\nexport const codeSeverities = ${JSON.stringify(severities)} as const;

/** Codes that no analysis reports: a person asks for them. */
export const codesOnRequest: readonly string[] = ${JSON.stringify(codesOnRequest)};\n`,
);
