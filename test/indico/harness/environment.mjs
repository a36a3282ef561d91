import { join } from "node:path";
import { cached, hashOf } from "./cache.mjs";
import { run } from "./service.mjs";
import { Unavailable } from "./unavailable.mjs";

/**
 * A virtual environment with Indico, installed once.
 * @param {import("./releases.mjs").Release} release
 * @param {string} python
 * @returns {Promise<string>} its Python. Other programs in it name the folder that they were installed in first.
 */
export async function installIndico(release, python) {
  const version = run(python, ["--version"]).trim();
  const key = await hashOf([release.requirements], [version, process.platform, process.arch]);
  const folder = await cached(`environment-${release.indico}-${key}`, (part) =>
    install(part, release, python),
  );
  return pythonOf(folder);
}

/**
 * @param {string} folder
 * @param {import("./releases.mjs").Release} release
 * @param {string} python
 */
async function install(folder, release, python) {
  console.log(`Installing Indico ${release.indico} from PyPI, once.`);
  run(python, ["-m", "venv", folder], { env: pythonEnvironment() });
  // what the packages without a wheel are built with
  pip(folder, ["-c", release.requirements, "setuptools", "wheel"]);
  pip(folder, ["--no-deps", "--no-build-isolation", "--ignore-requires-python", "-r", release.requirements]);
}

/**
 * @param {string} folder
 * @param {readonly string[]} args
 */
function pip(folder, args) {
  const options = ["--quiet", "--disable-pip-version-check", "--retries", "1"];
  try {
    run(pythonOf(folder), ["-m", "pip", "install", ...options, ...args], { env: pythonEnvironment() });
  } catch (error) {
    throw new Unavailable(`Indico could not be installed from PyPI: ${String(error).split("\n").at(-1)}`);
  }
}

/** @param {string} folder of a virtual environment */
function pythonOf(folder) {
  return join(folder, "bin/python");
}

/**
 * @param {string} [configuration] a file of Indico's
 * @returns {NodeJS.ProcessEnv} without what another Python of this user reads
 */
export function pythonEnvironment(configuration) {
  const { PYTHONPATH, PYTHONHOME, VIRTUAL_ENV, ...rest } = process.env;
  const indico = configuration === undefined ? {} : { INDICO_CONFIG: configuration };
  // the order of keys in answers is the same each time
  const fixed = {
    LC_ALL: "C.UTF-8",
    PYTHONHASHSEED: "0",
    PYTHONNOUSERSITE: "1",
    PYTHONDONTWRITEBYTECODE: "1",
  };
  return { ...rest, ...fixed, ...indico };
}
