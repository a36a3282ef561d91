import type { HttpAnswer, HttpRequest } from "./httpRequest";

/** The same as `httpRequest`, whose modules take long to load, so that only the first request loads them. */
export async function sendRequest(request: HttpRequest): Promise<HttpAnswer> {
  const { httpRequest } = await import("./httpRequest");
  return httpRequest(request);
}
