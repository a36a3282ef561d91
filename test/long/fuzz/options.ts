import { parseArgs } from "node:util";

export interface Options {
  /** generated requests to ask at least */
  readonly requests: number;
  readonly seed: number;
  /** places of a generated file that are asked about at most */
  readonly places: number;
  /** of every so many generated files one goes over the wire as well */
  readonly wire: number;
}

/** @throws an error that describes the invalid option */
export function readOptions(words: string[]): Options {
  const { values } = parseArgs({
    args: words,
    options: {
      requests: { type: "string", default: "1000000" },
      seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
      places: { type: "string", default: "300" },
      wire: { type: "string", default: "20" },
    },
  });
  const [requests = 0, seed = 0, places = 0, wire = 0] = [
    values.requests,
    values.seed,
    values.places,
    values.wire,
  ].map(Number);
  if (![requests, seed, places, wire].every((one) => Number.isSafeInteger(one) && one > 0))
    throw new Error("--requests, --seed, --places and --wire are whole numbers.");
  return { requests, seed, places, wire };
}
