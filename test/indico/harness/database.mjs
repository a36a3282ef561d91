// The database with the events of the tests, made once and copied for each server.
import { readdirSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cached, hashOf } from "./cache.mjs";
import { writeConfiguration } from "./configuration.mjs";
import { pythonEnvironment } from "./environment.mjs";
import { createPostgres } from "./postgres.mjs";
import { startRedis } from "./redis.mjs";
import { run } from "./service.mjs";

const seedFolder = fileURLToPath(new URL("../seed/", import.meta.url));

/**
 * @param {import("./releases.mjs").Release} release
 * @param {import("./programs.mjs").Programs} programs
 * @param {string} python of the virtual environment
 * @returns {Promise<string>} a folder with `postgres`, `archive` and `seed.json`
 */
export async function seededDatabase(release, programs, python) {
  const files = readdirSync(seedFolder).filter((name) => name.endsWith(".py"));
  const parts = [release.requirements, ...files.sort().map((name) => join(seedFolder, name))];
  const own = ["postgres", "configuration"].map((name) =>
    fileURLToPath(new URL(`${name}.mjs`, import.meta.url)),
  );
  const version = run(join(programs.postgres, "postgres"), ["--version"]);
  const key = await hashOf([...parts, ...own], [version]);
  return cached(`database-${release.indico}-${key}`, (folder) => seed(folder, programs, python));
}

/**
 * @param {string} folder
 * @param {import("./programs.mjs").Programs} programs
 * @param {string} python
 */
async function seed(folder, programs, python) {
  console.log("Creating the events of the tests in Indico, once.");
  const work = await runFolder();
  try {
    await fill(work, programs, python);
    for (const part of ["postgres", "archive", "seed.json"]) run("cp", ["-a", join(work, part), folder]);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} work
 * @param {import("./programs.mjs").Programs} programs
 * @param {string} python
 */
async function fill(work, programs, python) {
  const postgres = await createPostgres(programs.postgres, join(work, "postgres"));
  const redis = await startRedis(programs.redis, work);
  try {
    const configuration = await writeConfiguration({
      folder: work,
      database: postgres.uri,
      redisPort: redis.port,
      baseUrl: "http://127.0.0.1",
    });
    const options = { env: pythonEnvironment(configuration) };
    run(python, [...indicoCommand, "db", "prepare"], options);
    const output = run(python, [join(seedFolder, "main.py")], options);
    await writeFile(join(work, "seed.json"), output.trim().split("\n").at(-1) ?? "");
  } finally {
    await redis.stop();
    await postgres.stop();
  }
}

/** Runs Indico's command line. */
export const indicoCommand = ["-c", "from indico.cli.core import cli; cli()"];

/** @returns {Promise<string>} a new folder that the account of PostgreSQL can reach, with a short path for sockets */
export async function runFolder() {
  const folder = await mkdtemp(join(tmpdir(), "indico-"));
  await chmod(folder, 0o755);
  return folder;
}
