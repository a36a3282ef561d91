/** Catalogues that come off the disk in another order than they were asked for. */
import { PassThrough } from "node:stream";
import { expect, it, vi } from "vitest";
import { createConnection } from "vscode-languageserver/node";
import type { Catalogue } from "../../../server/src/core/catalogue/catalogue";
import { parseCatalogue } from "../../../server/src/host/catalogueFile";
import { nodeHost } from "../../../server/src/host/nodeHost";
import { Client } from "../../../server/src/lsp/client/client";
import { CatalogueLoader } from "../../../server/src/lsp/workspace/catalogueLoader";
import { Workspace } from "../../../server/src/lsp/workspace/workspace";
import { smallCatalogue } from "../../support/catalogue";

interface Read {
  readonly done: (catalogue: Catalogue) => void;
  readonly failed: (error: Error) => void;
}

function desk() {
  const reads: Read[] = [];
  const readCatalogue = (): Promise<Catalogue> =>
    new Promise((done, failed) => {
      reads.push({ done, failed });
    });
  const connection = createConnection(new PassThrough(), new PassThrough());
  const sendNotification = vi.spyOn(connection, "sendNotification").mockResolvedValue();
  const workspace = new Workspace("2019-12-10");
  const loader = new CatalogueLoader(
    new Client(connection),
    { ...nodeHost(parseCatalogue), readCatalogue },
    workspace,
  );
  return { loader, reads, sendNotification, name: () => workspace.knowledge.vocabulary.catalogue.name };
}

const rooms = await parseCatalogue(smallCatalogue, "rooms.yaml");
const halls = await parseCatalogue(smallCatalogue.replace("Rooms", "Halls"), "halls.yaml");

it("the one asked for last is in use", async () => {
  const { loader, reads, name } = desk();
  const loads = [loader.load("rooms.yaml", undefined), loader.load("halls.yaml", undefined)];
  reads[1]?.done(halls);
  reads[0]?.done(rooms);
  await Promise.all(loads);
  expect(name()).toBe("Halls");
});

it("one that is not wanted any more is neither used nor complained of", async () => {
  const { loader, reads, sendNotification, name } = desk();
  const builtIn = name();
  const loads = [loader.load("rooms.yaml", undefined), loader.load("gone.yaml", undefined)];
  await loader.load("", undefined);
  reads[0]?.done(rooms);
  reads[1]?.failed(new Error("There is no catalogue at gone.yaml."));
  await Promise.all(loads);
  expect(name()).toBe(builtIn);
  expect(sendNotification).not.toHaveBeenCalled();
});
