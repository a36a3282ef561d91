import { fileURLToPath } from "node:url";
import { appendFileSync } from "node:fs";
import { it } from "vitest";
import { growthOf } from "../support/expressions/growth";
import { expressionsIn } from "../support/expressions/inSource";
const root = fileURLToPath(new URL("../..", import.meta.url));
const source = expressionsIn(root, ["server/src/core/agenda/lines/{dateInText,wikiLinks,namedLink,entryText,headLine,lineTime,sourceLines,agendaTables}.ts", "server/src/core/agenda/text/{speakerFirst,yearOfText}.ts"]);
it("x", { timeout: 200000 }, async () => {
  appendFileSync("/tmp/x.out", `unread ${JSON.stringify(source.unread)} n ${source.read.length} bound ${source.read.filter((e) => e.bound).length} ${source.bounds}\n`);
  await Promise.all(source.read.map(async (e) => {
    const t = Date.now();
    const { growth, reason } = await growthOf(e);
    const ok = growth === "linear" ? !e.bound : growth === "polynomial" && e.bound;
    if (!ok || Date.now() - t > 20000) appendFileSync("/tmp/x.out", `${e.place} ${growth} ${reason} ${Date.now() - t} ${e.source}\n`);
  }));
  appendFileSync("/tmp/x.out", "done\n");
});
