import { resolve } from "node:path";
import { format } from "node:util";
import Mocha from "mocha";

/** Distinguishes the suite's own lines from the editor's log. */
const margin = "│";

/** What VS Code calls once the extension host is up. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) =>
    console.log(format(...args).replace(/^/gm, margin));
  const mocha = new Mocha({ ui: "bdd", timeout: 30_000, color: false });
  if (process.env.WLCG_NOTES_KILLS) mocha.grep("killed at random");
  for (const file of ["suite.js", "faults.js", "agenda.js"]) mocha.addFile(resolve(__dirname, file));
  const failures = await new Promise<number>((done) => {
    mocha.run(done);
  });
  if (failures > 0) throw new Error(`${failures} of the tests in VS Code failed.`);
}
