// A real server of Indico for the tests, with its own PostgreSQL and Redis, on this machine only.
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeConfiguration } from "./configuration.mjs";
import { indicoCommand, runFolder, seededDatabase } from "./database.mjs";
import { installIndico, pythonEnvironment } from "./environment.mjs";
import { freePort } from "./ports.mjs";
import { startPostgres } from "./postgres.mjs";
import { findPrograms } from "./programs.mjs";
import { startRedis } from "./redis.mjs";
import { releases } from "./releases.mjs";
import { run, startService, untilReady } from "./service.mjs";
import { Unavailable } from "./unavailable.mjs";

/**
 * @typedef {object} Seed what the scripts of `test/indico/seed` made
 * @property {Readonly<Record<TokenName, string>>} tokens
 * @property {string} password of each user, who signs in as `manager`, `submitter`, `withoutRights` or `administrator`
 * @property {Readonly<Record<EventName, SeedEvent>>} events
 */

/** @typedef {"manager" | "withoutLegacyScope" | "withoutFullScope" | "submitter" | "withoutRights"} TokenName */

/** @typedef {"board" | "workshop" | "eastern" | "protected" | "lecture" | "draft" | "conference" | "empty" | "large"} EventName */

/**
 * Numbers are those of the database, which addresses have; `friendlyId` is the one that people see.
 * @typedef {object} SeedEvent
 * @property {number} id
 * @property {string} title
 * @property {readonly SeedContribution[]} contributions
 * @property {readonly SeedItem[]} sessions
 */

/** @typedef {SeedItem & { readonly friendlyId: number; readonly subContributions: readonly SeedItem[] }} SeedContribution */

/** @typedef {{ readonly id: number; readonly title: string }} SeedItem */

/** @typedef {Seed & { readonly baseUrl: string; readonly version: string }} IndicoServer */

/** @typedef {IndicoServer & { readonly stop: () => Promise<void> }} RunningIndico */

/**
 * Starts a server with the events of the tests. Each server has its own copy of them.
 * @param {{ readonly release?: import("./releases.mjs").ReleaseName }} [options]
 * @returns {Promise<RunningIndico | { readonly reason: string }>} the reason why it cannot run on this machine
 */
export async function startIndico({ release = "3.2" } = {}) {
  try {
    const programs = findPrograms(releases[release]);
    const python = await installIndico(releases[release], programs.python);
    const database = await seededDatabase(releases[release], programs, python);
    return await start(programs, python, database, releases[release].indico);
  } catch (error) {
    if (error instanceof Unavailable) return { reason: error.message };
    throw error;
  }
}

/**
 * @param {import("./programs.mjs").Programs} programs
 * @param {string} python
 * @param {string} database
 * @param {string} version
 * @returns {Promise<RunningIndico>}
 */
async function start(programs, python, database, version) {
  const folder = await runFolder();
  /** @type {import("./service.mjs").Service[]} */
  const services = [];
  const stop = async () => {
    for (const service of services.splice(0).reverse()) await service.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (const part of ["postgres", "archive"]) run("cp", ["-a", join(database, part), folder]);
    const postgres = await startPostgres(programs.postgres, join(folder, "postgres"));
    services.push(postgres);
    const redis = await startRedis(programs.redis, folder);
    services.push(redis);
    const port = await freePort();
    const baseUrl = `http://127.0.0.1:${port}`;
    const options = { folder, database: postgres.uri, redisPort: redis.port, baseUrl };
    services.push(await startPages(python, await writeConfiguration(options), port));
    /** @type {Seed} */
    const seed = JSON.parse(await readFile(join(database, "seed.json"), "utf8"));
    return { ...seed, baseUrl, version, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The process that answers requests.
 * @param {string} python
 * @param {string} configuration
 * @param {number} port
 */
async function startPages(python, configuration, port) {
  const options = ["-h", "127.0.0.1", "-p", String(port), "-q", "--reloader", "none"];
  const service = startService({
    command: [python, ...indicoCommand, "run", ...options],
    logFile: `${configuration}.log`,
    env: pythonEnvironment(configuration),
  });
  await untilReady(service, () => answers(`http://127.0.0.1:${port}/`));
  return service;
}

/**
 * @param {string} address
 * @returns {Promise<boolean>}
 */
async function answers(address) {
  try {
    const response = await fetch(address);
    // Node may fail on a connection whose answer is not read
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
