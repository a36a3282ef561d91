import { describe, inject, it } from "vitest";
import type { IndicoServer } from "./harness/server.mjs";

/** Tests that use the server. Where it cannot run, one skipped test has the reason as its name. */
export function describeIndico(name: string, tests: (server: IndicoServer) => void): void {
  const server = inject("indico");
  describe(name, () => {
    if ("reason" in server) it.skip(server.reason, () => {});
    else tests(server);
  });
}
