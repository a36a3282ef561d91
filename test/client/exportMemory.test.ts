import { describe, expect, it } from "vitest";
import { type ExportMemory, rememberedExport, withExport } from "../../client/src/exportMemory";

const gdb = { to: "markdown", by: "agenda", target: "file:///web/gdb.md" };
const memory = withExport({}, "file:///notes/gdb.contributions.yaml", gdb);

describe("remembered exports", () => {
  it("are those of the file itself", () => {
    expect(rememberedExport(memory, "file:///notes/gdb.contributions.yaml")).toEqual({ ...gdb, isOwn: true });
  });

  it("are those of another file in the folder, with the file's own name", () => {
    expect(rememberedExport(memory, "file:///notes/osg.contributions.yml")).toEqual({
      ...gdb,
      target: "file:///web/osg.md",
      isOwn: false,
    });
    expect(rememberedExport(memory, "file:///notes/2026/osg.contributions.yml")).toBeUndefined();
  });

  it("are the newest of the folder", () => {
    const html = { ...gdb, to: "html", target: "file:///web/osg.html" };
    const both = withExport(memory, "file:///notes/osg.contributions.yaml", html);
    expect(rememberedExport(both, "file:///notes/c.contributions.yaml")?.to).toBe("html");
    const again = withExport(both, "file:///notes/gdb.contributions.yaml", gdb);
    expect(rememberedExport(again, "file:///notes/c.contributions.yaml")?.to).toBe("markdown");
  });

  it("keep their template, also for another file in the folder", () => {
    const template = "file:///forms/mail.txt.mustache";
    const mail = { to: "template", by: "theme", template, target: "file:///notes/gdb.txt" };
    const both = withExport(memory, "file:///notes/gdb.contributions.yaml", mail);
    expect(rememberedExport(both, "file:///notes/osg.contributions.yaml")).toEqual({
      ...mail,
      target: "file:///notes/osg.txt",
      isOwn: false,
    });
  });

  it("are limited in number", () => {
    let many: ExportMemory = {};
    for (let count = 0; count < 300; count++)
      many = withExport(many, `file:///n/${count}.contributions.yaml`, gdb);
    expect(Object.keys(many)).toHaveLength(200);
    expect(many["file:///n/299.contributions.yaml"]).toEqual(gdb);
  });
});
