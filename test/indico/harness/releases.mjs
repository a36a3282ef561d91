import { fileURLToPath } from "node:url";

/**
 * A release of Indico, and the Python it needs.
 * @typedef {object} Release
 * @property {string} indico its version
 * @property {string} python the minor version
 * @property {string} requirements a file with the versions of all packages
 */

/** @typedef {"3.2" | "3.3"} ReleaseName */

/** @type {Readonly<Record<ReleaseName, Release>>} */
export const releases = {
  3.2: { indico: "3.2.9", python: "3.11", requirements: requirements("3.2") },
  // has revisions of minutes; asks for Python 3.12.2, and runs with 3.12.0 too
  3.3: { indico: "3.3.14", python: "3.12", requirements: requirements("3.3") },
};

/** @param {string} name */
function requirements(name) {
  return fileURLToPath(new URL(`../requirements/${name}.txt`, import.meta.url));
}
