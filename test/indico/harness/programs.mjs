// Finds the programs that a server of Indico needs.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { Unavailable } from "./unavailable.mjs";

/**
 * @typedef {object} Programs
 * @property {string} python
 * @property {string} postgres the folder of `initdb` and `postgres`
 * @property {string} redis
 */

/** Where Debian has the programs of PostgreSQL, which are not on the path. */
const debianPostgres = "/usr/lib/postgresql";

/**
 * @param {import("./releases.mjs").Release} release
 * @returns {Programs}
 * @throws {Unavailable} naming everything that is missing
 */
export function findPrograms(release) {
  const found = {
    python: findPython(release.python),
    postgres: postgresFolders().find((folder) => existsSync(join(folder, "initdb"))),
    redis: onPath("redis-server"),
  };
  const missing = [
    ...(found.python ? [] : [`Python ${release.python} with venv (Debian: python3-venv)`]),
    ...(found.postgres ? [] : ["PostgreSQL (Debian: postgresql)"]),
    ...(found.redis ? [] : ["Redis (Debian: redis-server)"]),
  ];
  if (!found.python || !found.postgres || !found.redis)
    throw new Unavailable(`Indico ${release.indico} needs ${missing.join(", ")}.`);
  return { python: found.python, postgres: found.postgres, redis: found.redis };
}

/** @param {string} version */
function findPython(version) {
  const versions = join(process.env.PYENV_ROOT ?? join(homedir(), ".pyenv"), "versions");
  const ofPyenv = listed(versions)
    .filter((name) => name.startsWith(`${version}.`))
    .map((name) => join(versions, name, "bin/python3"));
  const named = [`/usr/bin/python${version}`, `python${version}`, "/usr/bin/python3", "python3", ...ofPyenv];
  return named.find((python) => isPython(python, version));
}

/**
 * @param {string} python
 * @param {string} version
 */
function isPython(python, version) {
  const script = "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2])";
  const { status, stdout } = spawnSync(python, ["-c", script], { encoding: "utf8" });
  return status === 0 && stdout.trim() === version;
}

/** The newest version first. */
function postgresFolders() {
  const versions = listed(debianPostgres).sort((a, b) => Number(b) - Number(a));
  return [...versions.map((version) => join(debianPostgres, version, "bin")), ...pathFolders()];
}

/** @param {string} program */
function onPath(program) {
  return pathFolders()
    .map((folder) => join(folder, program))
    .find((file) => existsSync(file));
}

function pathFolders() {
  return (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
}

/** @param {string} folder */
function listed(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}
