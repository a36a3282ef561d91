import { describe, expect, it } from "vitest";
import { globOf, namesSameFile, uriOf } from "../../../server/src/lsp/settings/fileUri";
import { type ClientFolders, WorkspaceFolders } from "../../../server/src/lsp/settings/folders";

function foldersOf(named: ClientFolders): WorkspaceFolders {
  const folders = new WorkspaceFolders();
  folders.initialize(named);
  return folders;
}

describe("the folders of a client", () => {
  const workspaceFolders = [{ uri: "file:///a" }, { uri: "file:///b" }];

  it.each<[ClientFolders, readonly string[]]>([
    [{ workspaceFolders, rootUri: "file:///c", rootPath: "/d" }, ["file:///a", "file:///b"]],
    [{ workspaceFolders: null, rootUri: "file:///c", rootPath: "/d" }, ["file:///c"]],
    [{ workspaceFolders: [], rootUri: "file:///c" }, ["file:///c"]],
    [{ workspaceFolders: [null, {}, { uri: 7 }, 7], rootUri: "file:///c" }, ["file:///c"]],
    [{ rootUri: null, rootPath: "/d e" }, ["file:///d%20e"]],
    [{ rootUri: "", rootPath: "" }, []],
    [{ workspaceFolders: 7, rootUri: 7, rootPath: {} }, []],
    [{}, []],
  ])("of %j are %j", (named, uris) => expect(foldersOf(named).uris).toEqual(uris));

  it("come and go", () => {
    const folders = foldersOf({ workspaceFolders });
    folders.change([{ uri: "file:///c" }, { uri: "file:///b" }], [{ uri: "file:///a" }]);
    expect(folders.uris).toEqual(["file:///b", "file:///c"]);
    folders.change(undefined, [null, { uri: "file:///b" }]);
    expect(folders.base).toBe("file:///c");
  });

  it("are replaced by that of the first file on the disk, which nothing is learned from", () => {
    const folders = foldersOf({});
    expect([folders.opened("untitled:a.yaml"), folders.base]).toEqual([false, undefined]);
    expect([folders.opened("file:///n/a.yaml"), folders.base]).toEqual([true, "file:///n"]);
    expect([folders.opened("file:///m/b.yaml"), folders.base]).toEqual([false, "file:///n"]);
    expect(folders.uris).toEqual([]);
  });
});

describe("the address of a file in a folder", () => {
  it.each([
    ["themes.yaml", "file:///n/themes.yaml"],
    ["./sub/../a b[1].yaml", "file:///n/a%20b%5B1%5D.yaml"],
    ["/abs/x.yaml", "file:///abs/x.yaml"],
    ["C:\\x\\y.yaml", "file:///C%3A/x/y.yaml"],
  ])("%s is %s", (path, uri) => expect(uriOf(path, "file:///n/")).toBe(uri));

  it("is the same however it is escaped, and no other's of that name", () => {
    expect(namesSameFile("file:///c%3A/a%5Bb%5D.yaml", "file:///C:/a[b].yaml")).toBe(true);
    expect(namesSameFile("file:///n/r%C3%A9union.yaml", "file:///n/re\u0301union.yaml")).toBe(true);
    expect(namesSameFile("file:///n/100%.yaml", "file:///n/100%.yaml")).toBe(true);
    expect(namesSameFile("file:///other/themes.yaml", "file:///n/themes.yaml")).toBe(false);
  });
});

describe("the glob of a file", () => {
  it.each([
    ["data/themes.yaml", "**/themes.yaml"],
    ["a[b]{c}*d?.yaml", "**/a?b??c??d?.yaml"],
    ["C:\\x\\é,!.yaml", "**/é??.yaml"],
    ["data/", undefined],
  ])("%s is %s", (path, glob) => expect(globOf(path)).toBe(glob));
});
