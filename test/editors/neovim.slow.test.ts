/** Neovim's built-in client, set up as docs/editors.md says. */
import { copyFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, it } from "vitest";
import { smallCatalogue } from "../support/catalogue";
import { inFolder } from "../support/commandLine";
import { describeEditor, documented, environment, sample, until } from "../support/editors";
import { inMeeting } from "../support/findings";
import { Neovim } from "../support/neovim";

interface Found {
  readonly lnum: number;
  readonly code: string;
}

async function openSample(): Promise<Neovim> {
  const folder = await inFolder({ "init.lua": documented("Neovim", "lua") });
  copyFileSync(sample, basename(sample));
  const editor = await Neovim.open(folder, basename(sample), environment(folder));
  await until(
    () => findings(editor),
    (found) => found.length > 0,
  );
  return editor;
}

/** `line: code`, 1-based */
function findings(editor: Neovim): readonly string[] {
  const found = editor.lua<readonly Found[]>(
    "vim.tbl_map(function(d) return { lnum = d.lnum, code = d.user_data and d.user_data.lsp.code or d.code } end, vim.diagnostic.get(0))",
  );
  return found.map(({ lnum, code }) => `${lnum + 1}: ${code}`);
}

/** The text of a window that floats above the file. */
function card(editor: Neovim): string {
  return editor.lua<string>(
    "(function() for _, w in ipairs(vim.api.nvim_list_wins()) do if vim.api.nvim_win_get_config(w).relative ~= '' then return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(w), 0, -1, false), '\\n') end end return '' end)()",
  );
}

describeEditor("nvim", "neovim", () => {
  it("shows the sample's findings, with the settings it was given", async () => {
    const editor = await openSample();
    await until(
      () => findings(editor),
      (found) =>
        ["19: unknown-key", "26: unknown-theme", "152: yaml-syntax"].every((one) => found.includes(one)),
    );
    const hints = "vim.tbl_map(function(d) return d.lnum + 1 end, vim.diagnostic.get(0, { severity = 4 }))";
    await until(
      () => editor.lua<readonly number[]>(hints),
      (lines) => lines.includes(257),
    );
  }, 30_000);

  it("completes a theme, and a key as plain text", async () => {
    const editor = await openSample();
    editor.keys(":26<CR>f[lct]security/a<C-x><C-o>");
    await until(
      () => editor.line(),
      (line) => line === "    themes: [security/aai]",
    );
    editor.keys("<C-y><Esc>:18<CR>:set noautoindent indentexpr=<CR>o    comm<C-x><C-o>");
    await until(
      () => editor.line(),
      (line) => line === "    community: ",
    );
  }, 30_000);

  it("shows the hover of a theme", async () => {
    const editor = await openSample();
    editor.keys(":65<CR>f[lK");
    const text = await until(
      () => card(editor),
      (shown) => shown !== "",
    );
    expect(text).toContain("Service deployment");
  }, 30_000);

  it("applies a quick fix", async () => {
    const editor = await openSample();
    editor.keys(":19<CR>:lua vim.ui.select = function(items, _, choose) choose(items[1], 1) end<CR>\\a");
    await until(
      () => editor.line(),
      (line) => line === "    speakers: A. Speaker" || line === "    speakers: [A. Speaker]",
    );
    await until(
      () => findings(editor),
      (found) => !found.includes("19: unknown-key"),
    );
  }, 30_000);

  it("formats the file", async () => {
    const editor = await openSample();
    editor.keys(":18<CR>:s/title: /title:    /<CR>:lua vim.lsp.buf.formatting_sync()<CR>");
    await until(
      () => editor.line(),
      (line) => line.startsWith("  - title: Auto-scaling"),
    );
  }, 30_000);

  it("shows the findings of an own catalogue from the start", async () => {
    const options = 'init_options = { catalogue = "themes.yaml", rules = { ["untagged-item"] = "off" } }';
    const script = documented("Neovim", "lua").replace(/init_options = .*\},?$/m, `${options},`);
    expect(script).toContain(options);
    const text = inMeeting("  - title: x\n    themes: [cooling]\n  - title: y\n    themes: [security]\n");
    const file = "m.contributions.yaml";
    const folder = await inFolder({ "init.lua": script, "themes.yaml": smallCatalogue, [file]: text });
    const editor = await Neovim.open(folder, file, environment(folder));
    await until(
      () => findings(editor),
      (found) => found.length > 0,
    );
    expect(findings(editor)).toEqual(["8: unknown-theme"]);
  }, 30_000);
});
