/**
 * @typedef {object} RequestOptions
 * @property {"GET" | "POST" | "DELETE"} [method]
 * @property {string | undefined} [token] the name of one of the seed's tokens, or any text
 * @property {unknown} [json] the body, as JSON
 */

/**
 * Sends a request to the server of the tests. Redirects are not followed.
 * @param {import("./server.mjs").IndicoServer} server
 * @param {string} path
 * @param {RequestOptions} [options]
 * @returns {Promise<Response>}
 */
export async function request({ baseUrl, tokens }, path, { method = "GET", token, json } = {}) {
  const secret = token === undefined ? undefined : (new Map(Object.entries(tokens)).get(token) ?? token);
  const response = await fetch(`${baseUrl}${path}`, {
    method,
    redirect: "manual",
    headers: {
      ...(secret !== undefined && { Authorization: `Bearer ${secret}` }),
      ...(json !== undefined && { "Content-Type": "application/json" }),
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  // Node may fail on a connection whose answer is not read
  const body = await response.arrayBuffer();
  const { status, headers } = response;
  return new Response(body.byteLength === 0 ? null : body, { status, headers });
}
