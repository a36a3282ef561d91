/**
 * @param {import("./server.mjs").Editor} editor
 * @param {string} file an absolute path
 * @returns {string} as the web workbench names a file of its server
 */
export function remoteUri(editor, file) {
  return `vscode-remote://localhost:${editor.port}${file}`;
}

/**
 * @param {import("./server.mjs").Editor} editor
 * @param {string} folder to open, an absolute path
 * @param {readonly (readonly [key: string, value: string])[]} [payload]
 * @returns {string} the page to open
 */
export function workbenchAddress(editor, folder, payload = []) {
  const query = new URLSearchParams({ folder });
  if (payload.length > 0) query.set("payload", JSON.stringify(payload));
  return `${editor.address}/?${query}`;
}
