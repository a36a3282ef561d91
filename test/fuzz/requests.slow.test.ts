import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFile } from "../support/fuzz/damage";
import { positionsIn } from "../support/fuzz/places";
import { type Request, requestsAt, wholeRequests } from "../support/fuzz/requests";
import { yamlCases } from "../support/fuzz/yamlCases";
import { viewOf } from "../support/meeting";
import { corpus } from "./corpus";

/** More with `npm run test:long:fuzz`. */
const files = 60;

/** The faults of all answers, by request. */
function faultsIn(text: string, requests: readonly Request[]): readonly string[] {
  const view = viewOf(text);
  return requests.flatMap(({ name, ask }) => {
    const fault = ask(view);
    return fault === undefined ? [] : [`${name}: ${fault}`];
  });
}

function requestsOf(text: string, places: number): readonly Request[] {
  return [...wholeRequests, ...positionsIn(text, places).flatMap(requestsAt)];
}

describe("every request is answered soundly", () => {
  it("of any file, at many places", { timeout: 600_000 }, () =>
    fc.assert(
      fc.property(anyFile, (text) => {
        expect(faultsIn(text, requestsOf(text, 40))).toEqual([]);
      }),
      { numRuns: files },
    ),
  );

  it("of the YAML test suite's cases", { timeout: 600_000 }, () => {
    expect(yamlCases.length).toBeGreaterThan(1600);
    for (const text of yamlCases) {
      const requests = wholeRequests.filter(({ name }) => !/^(?:preview|render)/.test(name));
      expect(faultsIn(text, [...requests, ...positionsIn(text, 5).flatMap(requestsAt)]), text).toEqual([]);
    }
  });

  it.each(corpus)("where they once were not: $why", ({ text }) =>
    expect(faultsIn(text, requestsOf(text, 500))).toEqual([]),
  );
});
