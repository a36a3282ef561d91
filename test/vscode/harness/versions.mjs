/**
 * The VS Code versions the tests run against, and the `code-server` package that carries each.
 * @typedef {{ readonly vscode: string; readonly codeServer: string }} Version
 */

/** @type {Version} */
export const oldest = { vscode: "1.100.3", codeServer: "4.100.3" };

/** @type {Version} */
export const newest = { vscode: "1.139.1", codeServer: "4.139.1" };

/**
 * @param {string | undefined} wanted for example `1.100.3`; the newest by default
 * @returns {Version}
 */
export function versionOf(wanted) {
  const version = [oldest, newest].find(({ vscode }) => vscode === (wanted ?? newest.vscode));
  if (!version)
    throw new Error(`There is no editor for VS Code ${wanted}; take ${oldest.vscode} or ${newest.vscode}.`);
  return version;
}
