// How long activation takes in the real VS Code, as its Developer: Startup Performance shows it, beside an extension
// that does nothing: `node test/bench/activation.mjs [WINDOWS]`, each with a fresh profile.
import { createVSIX } from "@vscode/vsce";
import { root } from "../../scripts/paths.mjs";
import { openWorkbench } from "../vscode/harness/workbench.mjs";

const windows = Number(process.argv[2] ?? 5);
const empty = `${root}/out/empty.vsix`;
await createVSIX({
  cwd: `${root}/test/bench/empty`,
  packagePath: empty,
  dependencies: false,
  allowMissingRepository: true,
  skipLicense: true,
});

console.log("milliseconds           load code  call activate  finish activate");
for (let window = 0; window < windows; window++) {
  const { page, close } = await openWorkbench({
    workspace: `${root}/test/workbench/pre-gdb`,
    file: "meeting.contributions.yaml",
    beside: [empty],
  });
  await page.locator(".squiggly-warning").first().waitFor({ state: "attached", timeout: 60_000 });
  // the page holds only the lines that can be seen
  await page.setViewportSize({ width: 1800, height: 3000 });
  await page.keyboard.press("F1");
  await page.keyboard.type("Developer: Startup Performance");
  await page
    .locator(".quick-input-list .monaco-list-row", { hasText: "Startup Performance" })
    .first()
    .click();
  for (const name of ["wlcg-k8s-notes.wlcg-k8s-notes", "wlcg-k8s-notes.empty"]) {
    const line = page.locator(".view-line", { hasText: `${name} ` }).first();
    const cells = ((await line.textContent()) ?? "").split("|").map((cell) => cell.trim());
    const [load = "", call = "", finish = ""] = cells.slice(3, 6);
    const label = (name.endsWith("empty") ? "empty" : "ours").padEnd(20);
    console.log(`${label}${load.padStart(12)}${call.padStart(15)}${finish.padStart(17)}`);
  }
  await close();
}
