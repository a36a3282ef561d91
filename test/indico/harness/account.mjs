import { spawnSync } from "node:child_process";

/** @typedef {{ readonly uid: number; readonly gid: number }} Account */

/**
 * PostgreSQL refuses to run as root.
 * @returns {Account | undefined} whom it runs as; undefined for the user of this process
 */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return undefined;
  return accountOf("postgres") ?? accountOf("nobody");
}

/** @param {string} name */
function accountOf(name) {
  const [uid, gid] = ["-u", "-g"].map((option) => {
    const { status, stdout } = spawnSync("id", [option, name], { encoding: "utf8" });
    return status === 0 ? Number(stdout) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}
