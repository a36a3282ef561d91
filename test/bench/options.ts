/** The arguments of `npm run bench --`. */
import { parseArgs } from "node:util";
import { type ServerName, serverNames } from "./editing/kinds";

export interface Options {
  /** contributions in a file */
  readonly sizes: readonly number[];
  readonly servers: readonly ServerName[];
  /** few rounds, for a first look */
  readonly isQuick: boolean;
  /** nothing is left out, so that the documentation can have the figures */
  readonly isWhole: boolean;
  /** where to write all that was measured */
  readonly json?: string;
}

const allSizes = [20, 200, 2000, 10_000];

/** @throws an error that names the invalid argument */
export function readOptions(words: string[]): Options {
  const { values } = parseArgs({
    args: words,
    options: {
      sizes: { type: "string" },
      only: { type: "string" },
      quick: { type: "boolean", default: false },
      json: { type: "string" },
    },
  });
  const only = values.only?.split(",").map((name) => name.trim());
  const unknown = only?.find((name) => !serverNames.some((known) => known.startsWith(name)));
  if (unknown !== undefined) throw new Error(`There is no server ${unknown}; there are ours, peer and stub.`);
  return {
    sizes: values.sizes?.split(",").map(sizeOf) ?? allSizes,
    servers: serverNames.filter((name) => !only || only.some((word) => name.startsWith(word))),
    isQuick: values.quick,
    isWhole: !values.quick && values.sizes === undefined && values.only === undefined,
    ...(values.json !== undefined && { json: values.json }),
  };
}

function sizeOf(word: string): number {
  const size = Number(word);
  if (!Number.isInteger(size) || size < 10)
    throw new Error(`${word} is not a number of contributions from 10 on.`);
  return size;
}
