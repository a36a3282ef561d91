import { connect } from "node:net";
import { freePort } from "./ports.mjs";
import { startService, untilReady } from "./service.mjs";

/**
 * @param {string} program
 * @param {string} folder where it may write
 * @returns {Promise<import("./service.mjs").Service & { readonly port: number }>}
 */
export async function startRedis(program, folder) {
  const port = await freePort();
  const options = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder];
  const service = startService({
    command: [program, "--port", String(port), ...options],
    logFile: `${folder}/redis.log`,
  });
  await untilReady(service, () => accepts(port));
  return { ...service, port };
}

/**
 * @param {number} port
 * @returns {Promise<boolean>} whether somebody listens
 */
function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
