/** Starts the server before the tests, and stops it after them, whatever their result. */
import type { TestProject } from "vitest/node";
import { type IndicoServer, startIndico } from "./harness/server.mjs";

declare module "vitest" {
  interface ProvidedContext {
    readonly indico: IndicoServer | { readonly reason: string };
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const server = await startIndico();
  if ("reason" in server) {
    console.log(`The tests with an Indico server are skipped. ${server.reason}`);
    project.provide("indico", server);
    return undefined;
  }
  const { stop, ...rest } = server;
  project.provide("indico", rest);
  return stop;
}
