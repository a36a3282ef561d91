/** The servers that are measured, and how an editor starts each. */
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Meeting } from "./meeting";

export interface Kind {
  readonly name: ServerName;
  /** arguments of Node.js */
  readonly args: readonly string[];
  /** the client asks for diagnostics; otherwise the server sends them */
  readonly pulls: boolean;
  /** its findings name the version of the text that they are of */
  readonly reportsVersion: boolean;
  /** how many findings it has to report of a meeting */
  findings(meeting: Meeting): number;
  /** what the client answers for this section of its settings */
  settings(section: string): unknown;
}

export const serverNames = ["ours", "ours, pushing", "peer", "stub"] as const;
export type ServerName = (typeof serverNames)[number];

/** Milliseconds that the peer waits before it checks a change: its own constant, which no setting changes. */
export const peerDebounce = 200;

const nothing = (): null => null;

/** @param root the repository's folder, @param stub where the stub server's bundle is */
export function kindsOf(root: string, stub: string): readonly Kind[] {
  const ours = {
    args: [`${root}/dist/server.js`, "--stdio"],
    reportsVersion: true,
    findings: ({ findings }: Meeting): number => findings.ours,
    settings: nothing,
  };
  return [
    { ...ours, name: "ours", pulls: true },
    { ...ours, name: "ours, pushing", pulls: false },
    {
      name: "peer",
      args: [fileURLToPath(import.meta.resolve("yaml-language-server/bin/yaml-language-server")), "--stdio"],
      pulls: false,
      reportsVersion: false,
      findings: ({ findings }) => findings.schema,
      settings: (section) => (section === "yaml" ? peerSettings(root) : null),
    },
    {
      name: "stub",
      args: [stub, "--stdio"],
      pulls: false,
      reportsVersion: true,
      findings: () => 0,
      settings: nothing,
    },
  ];
}

/** All it can do, with our schema, and nothing that asks the network. */
function peerSettings(root: string): object {
  return {
    schemas: { [pathToFileURL(`${root}/schemas/contributions.schema.json`).href]: ["*.contributions.yaml"] },
    validate: true,
    hover: true,
    completion: true,
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
    maxItemsComputed: 1_000_000,
  };
}
