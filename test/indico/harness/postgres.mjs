import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { postgresAccount } from "./account.mjs";
import { run, startService, untilReady } from "./service.mjs";

/** No data has to survive a power failure. */
const flags = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "listen_addresses="];

/** The owner of the database. */
const user = "indico";

/**
 * An empty database, with the extensions that Indico needs.
 * @param {string} programs the folder of PostgreSQL's programs
 * @param {string} folder a new one for the database and its socket
 * @returns {Promise<Postgres>}
 */
export async function createPostgres(programs, folder) {
  await mkdir(join(folder, "data"), { recursive: true });
  giveAway(folder);
  const options = ["--username", user, "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync"];
  run(join(programs, "initdb"), ["-D", join(folder, "data"), ...options], account());
  const server = await startPostgres(programs, folder);
  const query = (/** @type {string} */ database, /** @type {string} */ text) =>
    run(join(programs, "psql"), ["-h", server.socket, "-U", user, "-d", database, "-qc", text]);
  query("postgres", "CREATE DATABASE indico");
  for (const extension of ["unaccent", "pg_trgm"]) query("indico", `CREATE EXTENSION ${extension}`);
  return server;
}

/**
 * @typedef {import("./service.mjs").Service & { readonly socket: string; readonly uri: string }} Postgres
 * `socket` is a folder
 */

/**
 * @param {string} programs
 * @param {string} folder has the database in `data`
 * @returns {Promise<Postgres>}
 */
export async function startPostgres(programs, folder) {
  const socket = join(folder, "socket");
  await mkdir(socket, { recursive: true });
  await chmod(join(folder, "data"), 0o700);
  giveAway(folder);
  const service = startService({
    command: [
      join(programs, "postgres"),
      ...["-D", join(folder, "data"), "-k", socket],
      ...flags.flatMap((flag) => ["-c", flag]),
    ],
    logFile: `${folder}.log`,
    // closes the connections of its clients
    stopSignal: "INT",
    account: postgresAccount(),
  });
  await untilReady(service, () => isReady(programs, socket));
  return { ...service, socket, uri: `postgresql://${user}@/indico?host=${socket}` };
}

/**
 * @param {string} programs
 * @param {string} socket
 */
function isReady(programs, socket) {
  try {
    run(join(programs, "pg_isready"), ["-h", socket]);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} folder to the account that PostgreSQL runs as */
function giveAway(folder) {
  const owner = postgresAccount();
  if (owner) run("chown", ["-R", `${owner.uid}:${owner.gid}`, folder]);
}

function account() {
  return postgresAccount() ?? {};
}
