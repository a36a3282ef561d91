import { spawnSync } from "node:child_process";
import { mkdir, symlink, truncate } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { parseCatalogue } from "../../server/src/host/catalogueFile";
import { localDate } from "../../server/src/host/localDate";
import { nodeHost } from "../../server/src/host/nodeHost";
import { FileTooLargeError, readBounded } from "../../server/src/host/readBounded";
import { smallCatalogue } from "../support/catalogue";
import { inFolder } from "../support/commandLine";

const host = nodeHost(parseCatalogue);

/** A workspace with a valid catalogue in it, and one next to it. */
async function workspace(): Promise<string> {
  const folder = await inFolder({
    "work/themes.yaml": smallCatalogue,
    "work/..themes/a.yaml": smallCatalogue,
    "work/broken.yaml": "name: [",
    "outside.yaml": smallCatalogue,
    "work-too/themes.yaml": smallCatalogue,
  });
  await mkdir("work/sub");
  await symlink("../outside.yaml", "work/link.yaml");
  await symlink("../work-too", "work/linked");
  await symlink("themes.yaml", "work/inside.yaml");
  await symlink("work", "way-in");
  return `${folder}/work`;
}

const read = (path: string, folder: string): Promise<string> =>
  host.readCatalogue(path, pathToFileURL(folder).href).then(({ name }) => name);

describe("a catalogue of the workspace", () => {
  it.each(["themes.yaml", "./sub/../themes.yaml", "inside.yaml", "..themes/a.yaml"])(
    "is read from %s",
    async (path) => {
      expect(await read(path, await workspace())).toBe("Rooms");
    },
  );

  it("is read by its full path, and where the folder itself is a link", async () => {
    const folder = await workspace();
    expect(await read(`${folder}/themes.yaml`, folder)).toBe("Rooms");
    expect(await read("themes.yaml", `${folder}/../way-in`)).toBe("Rooms");
  });

  it.each([
    "../outside.yaml",
    "../work-too/themes.yaml",
    "link.yaml",
    "linked/themes.yaml",
    "sub/../../outside.yaml",
    "/etc/hosts",
  ])("is refused from outside: %s", async (path) => {
    const folder = await workspace();
    await expect(read(path, folder)).rejects.toThrow("The theme catalogue is outside the workspace.");
  });

  it.each<[string, string]>([
    ["gone.yaml", "The theme catalogue does not exist."],
    ["themes.yaml/x", "The theme catalogue does not exist."],
    ["a\0b", "The theme catalogue does not exist."],
    ["sub", "The theme catalogue cannot be read: it is a folder."],
    [".", "The theme catalogue cannot be read: it is a folder."],
  ])("that is invalid is reported in one line: %j", async (path, message) => {
    await expect(read(path, await workspace())).rejects.toThrow(new Error(message));
  });

  it("that is broken names itself", async () => {
    await expect(read("broken.yaml", await workspace())).rejects.toThrow(
      /^broken\.yaml:1 is not valid YAML: /,
    );
  });

  it("that has no end in sight is not read", async () => {
    const folder = await workspace();
    await truncate(`${folder}/themes.yaml`, 10_000_001);
    await expect(read("themes.yaml", folder)).rejects.toThrow(
      "The theme catalogue is too large: 9.54 MB; the limit is 1 MB.",
    );
  });

  it.runIf(process.platform === "linux")("that is a pipe is not waited for", async () => {
    const folder = await workspace();
    spawnSync("mkfifo", [`${folder}/pipe.yaml`]);
    await expect(read("pipe.yaml", folder)).rejects.toThrow(
      "The theme catalogue cannot be read: it is not a regular file.",
    );
  });

  it.runIf(process.platform === "linux")(
    "that says it is empty and has no end is read up to the limit",
    async () => {
      await expect(readBounded("/proc/self/maps", { bytes: 100 })).rejects.toThrow(FileTooLargeError);
      expect((await readBounded("/proc/self/maps", { bytes: 2 ** 20 })).length).toBeGreaterThan(100);
      await expect(readBounded("/dev/zero", { bytes: 100 })).rejects.toThrow("is not a regular file");
    },
  );

  it("needs an open folder on the disk", async () => {
    for (const folder of [undefined, "vscode-vfs://github/a/b"])
      await expect(host.readCatalogue("a.yaml", folder)).rejects.toThrow(
        "A theme catalogue can be used only in an open folder.",
      );
    await expect(read("a.yaml", "/no/such/folder")).rejects.toThrow("The workspace folder does not exist.");
  });
});

it("writes a day as ISO 8601", () => {
  expect(localDate(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
  expect(host.today()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
