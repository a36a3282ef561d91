import { resolve } from "node:path";
import Mocha from "mocha";

/** What VS Code calls once the extension host is up. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 30_000, color: false });
  mocha.addFile(resolve(__dirname, "suite.js"));
  const failures = await new Promise<number>((done) => {
    mocha.run(done);
  });
  if (failures > 0) throw new Error(`${failures} of the tests in VS Code failed.`);
}
