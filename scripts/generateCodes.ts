// Writes server/generated/codeSeverities.ts: the table of diagnostic codes without its documentation.
import { mkdirSync, writeFileSync } from "node:fs";
import { codeTable } from "../server/src/core/findings/codeTable";
import { root } from "./paths.mjs";

const severities = Object.fromEntries(codeTable.map(({ code, severity }) => [code, severity]));
mkdirSync(`${root}/server/generated`, { recursive: true });
writeFileSync(
  `${root}/server/generated/codeSeverities.ts`,
  `/** The severity of each diagnostic code. */\nexport const codeSeverities = ${JSON.stringify(severities)} as const;\n`,
);
