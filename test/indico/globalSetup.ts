/** Starts the server before the tests, and stops it after them, whatever their result. */
import type { TestProject } from "vitest/node";
import { releases } from "./harness/releases.mjs";
import { type IndicoServer, startIndico } from "./harness/server.mjs";

declare module "vitest" {
  interface ProvidedContext {
    readonly indico: IndicoServer | { readonly reason: string };
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const server = await startIndico({ release: requestedRelease() });
  if ("reason" in server) {
    console.log(`The tests with an Indico server are skipped. ${server.reason}`);
    project.provide("indico", server);
    return undefined;
  }
  const { stop, ...rest } = server;
  project.provide("indico", rest);
  return stop;
}

/** The release that `INDICO_RELEASE` names, 3.2 by default, which is installed and started faster. */
function requestedRelease(): keyof typeof releases {
  const requested = process.env.INDICO_RELEASE ?? "3.2";
  if (requested === "3.2" || requested === "3.3") return requested;
  throw new Error(`INDICO_RELEASE must be one of ${Object.keys(releases).join(", ")}.`);
}
