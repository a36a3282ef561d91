/** The thread that checks a catalogue, as the build leaves it. */
import { describe, expect, it } from "vitest";
import { catalogueThread } from "../../server/src/host/catalogueThread";
import { InvalidCatalogueError } from "../../server/src/host/invalidCatalogueError";
import { smallCatalogue } from "../support/catalogue";
import { inFolder } from "../support/commandLine";
import { bundle } from "../support/server";

const thread = { bundle: bundle("lib/catalogue.mjs") };

describe("a thread for a catalogue", () => {
  it("gives the catalogue", async () => {
    const { name, themes } = await catalogueThread(thread)(smallCatalogue, "rooms.yaml");
    expect([name, themes.length]).toEqual(["Rooms", 1]);
  });

  it("gives the line and the reason of an error", async () => {
    const read = catalogueThread(thread)("name: x\nthemes: none\n", "rooms.yaml");
    await expect(read).rejects.toThrow(InvalidCatalogueError);
    await expect(read).rejects.toMatchObject({ line: 2 });
  });

  it("ends where it takes too much memory", async () => {
    const folder = await inFolder({ "hog.cjs": "const all = []; for (;;) all.push([...'memory']);" });
    const read = catalogueThread({ bundle: `${folder}/hog.cjs`, maxMemory: 16 })(
      smallCatalogue,
      "rooms.yaml",
    );
    await expect(read).rejects.toThrow("rooms.yaml:1 takes too much memory to read.");
  });

  it("ends where it takes too long", async () => {
    const read = catalogueThread({ ...thread, timeout: 0 })(smallCatalogue, "rooms.yaml");
    await expect(read).rejects.toThrow("rooms.yaml:1 takes too long to read.");
  });

  it("that cannot be started reports the reason", async () => {
    const read = catalogueThread({ bundle: bundle("none.js") })(smallCatalogue, "rooms.yaml");
    await expect(read).rejects.toThrow(/^rooms\.yaml:1 cannot be read: Cannot find module/);
  });
});
