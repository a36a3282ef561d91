// Records answers of real servers as fixtures: `node test/indico/record.mjs [release…]`.
import { mkdir, rm } from "node:fs/promises";
import { root } from "../../scripts/paths.mjs";
import { startIndico } from "./harness/server.mjs";
import { recordCopies } from "./recording/copies.mjs";
import { exportRequests } from "./recording/exports.mjs";
import { minutesRequests } from "./recording/minutes.mjs";
import { Recorder } from "./recording/recorder.mjs";
import { refusedRequests } from "./recording/refusals.mjs";

for (const release of releaseNames()) {
  const server = await startIndico({ release });
  if ("reason" in server) throw new Error(server.reason);
  const folder = `${root}/test/fixtures/indico/recorded/${server.version}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    const recorder = new Recorder(server, folder);
    for (const request of [...exportRequests(server), ...refusedRequests(server)])
      await recorder.record(request);
    await recordCopies(recorder, server);
    // last, because they change the events
    await recorder.recordInTurn(minutesRequests(server));
    await recorder.writeIndex();
    console.log(`${folder}: ${recorder.count} answers`);
  } finally {
    await server.stop();
  }
}

/** @returns {readonly import("./harness/releases.mjs").ReleaseName[]} */
function releaseNames() {
  const names = process.argv.slice(2);
  return names.length > 0 ? names.map((name) => (name === "3.3" ? name : "3.2")) : ["3.2", "3.3"];
}
