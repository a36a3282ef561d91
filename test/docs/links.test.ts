/** Relative links between the pages lead to files and headings that exist. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const pages = globSync(["*.md", "docs/*.md", "walkthrough/*.md"], { cwd: fileURLToPath(root) }).sort();
const read = (url: URL): string => readFileSync(url, "utf8");

/** The anchors of a page, as GitHub and GitLab make them of its headings. */
function anchorsOf(page: string): readonly string[] {
  return [...page.replaceAll(/^```[\s\S]*?^```/gm, "").matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, "")
      .replaceAll(" ", "-"),
  );
}

describe.each(pages)("the links of %s", (page) => {
  const url = new URL(page, root);
  const links = [...read(url).matchAll(/\]\((?!https?:)([^)]*)\)/g)].map(([, link = ""]) => link);

  it("lead to files and headings", () => {
    const dangling = links.filter((link) => {
      const target = new URL(link, url);
      const anchor = target.hash.slice(1);
      target.hash = "";
      return !existsSync(target) || (anchor !== "" && !anchorsOf(read(target)).includes(anchor));
    });
    expect(dangling).toEqual([]);
  });
});
