import { writeFile } from "node:fs/promises";
import { request } from "../harness/request.mjs";
import { cleaned } from "./clean.mjs";

/**
 * @typedef {object} RecordedRequest
 * @property {string} name of the file, without its extension
 * @property {string} path
 * @property {"GET" | "POST" | "DELETE"} [method]
 * @property {string} [token] the name of one of the seed's tokens, or any text
 * @property {Readonly<Record<string, unknown>>} [json] the body, as JSON
 */

/** @typedef {{ readonly status: number; readonly body: string }} Answer */

/** The headers that say something about an answer; the others change with each run. */
const headers = ["content-type", "content-disposition", "location", "www-authenticate", "cache-control"];

/** @type {readonly (readonly [contentType: RegExp, extension: string])[]} */
const extensions = [
  [/json/, "json"],
  [/html/, "html"],
  [/calendar/, "ics"],
];

/** Sends requests, and writes each answer's body to a file and the rest to `answers.json`. */
export class Recorder {
  /** @type {{ name: string; file: string; [key: string]: unknown }[]} */
  #answers = [];
  #server;
  #folder;

  /**
   * @param {import("../harness/server.mjs").IndicoServer} server
   * @param {string} folder
   */
  constructor(server, folder) {
    this.#server = server;
    this.#folder = folder;
  }

  get count() {
    return this.#answers.length;
  }

  /**
   * @param {RecordedRequest} request
   * @returns {Promise<Answer>} as the server sent it
   */
  async record({ name, path, method = "GET", token, json }) {
    const response = await request(this.#server, path, { method, token, json });
    const body = await response.text();
    const kind = response.headers.get("content-type") ?? "";
    const extension = extensions.find(([type]) => type.test(kind))?.[1] ?? "txt";
    const file = await this.write(`${name}.${extension}`, body);
    this.#answers.push({
      name,
      request: { method, path, ...(token && { token }), ...(json && { json }) },
      status: response.status,
      headers: this.#headersOf(response),
      file,
    });
    return { status: response.status, body };
  }

  /**
   * Each request can depend on the answer to the one before.
   * @param {Generator<RecordedRequest, void, Answer>} requests
   */
  async recordInTurn(requests) {
    let next = requests.next();
    while (!next.done) next = requests.next(await this.record(next.value));
  }

  /**
   * @param {string} file
   * @param {string} text
   * @returns {Promise<string>} the name of the file
   */
  async write(file, text) {
    await writeFile(`${this.#folder}/${file}`, cleaned(text, this.#server.baseUrl));
    return file;
  }

  writeIndex() {
    return this.write("answers.json", `${JSON.stringify(this.#answers, null, 2)}\n`);
  }

  /** @param {Response} response */
  #headersOf(response) {
    const found = headers.map((name) => [name, response.headers.get(name)]);
    return Object.fromEntries(found.filter(([, value]) => value !== null));
  }
}
