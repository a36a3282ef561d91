import { mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createFile } from "../../server/src/host/createFile";

const folder = await mkdtemp(join(tmpdir(), "create-file-"));
const bytes = Buffer.from("new\n");

it("a new file has all bytes", async () => {
  await createFile(join(folder, "new"), bytes);
  expect(await readFile(join(folder, "new"), "utf8")).toBe("new\n");
});

it("a file and the target of a link stay as they are", async () => {
  await writeFile(join(folder, "old"), "old\n");
  await symlink(join(folder, "old"), join(folder, "link"));
  await symlink(join(folder, "absent"), join(folder, "dangling"));
  for (const name of ["old", "link", "dangling"])
    await expect(createFile(join(folder, name), bytes)).rejects.toMatchObject({ code: "EEXIST" });
  expect(await readFile(join(folder, "old"), "utf8")).toBe("old\n");
  await expect(readFile(join(folder, "absent"))).rejects.toMatchObject({ code: "ENOENT" });
});
