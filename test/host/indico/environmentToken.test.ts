import { describe, expect, it } from "vitest";
import { environmentToken, requiredToken } from "../../../server/src/host/indico/environmentToken";

const token = "indp_0123456789";
const named = (host?: string) => ({
  WLCG_NOTES_INDICO_TOKEN: token,
  ...(host !== undefined && { WLCG_NOTES_INDICO_HOST: host }),
});
const event = (base: string) => ({ base, event: "1" });

describe("the token of the environment", () => {
  it.each([
    ["https://indico.cern.ch", "person", undefined],
    ["https://indico.cern.ch", "file", "indico.cern.ch"],
    ["https://indico.cern.ch", "file", " Indico.CERN.ch "],
    ["https://indico.cern.ch", "file", "https://indico.cern.ch/"],
    ["https://indico.cern.ch", "file", "indico.cern.ch:443"],
    ["https://indico.cern.ch:444", "file", "HTTPS://indico.cern.ch:444/event/1/"],
    ["http://127.0.0.1:8000", "person", undefined],
    ["http://[::1]:8000", "file", "[::1]:8000"],
  ] as const)("is sent to %s, which a %s names, with the host %s", (base, origin, host) => {
    expect(environmentToken(event(base), origin, named(host))).toBe(token);
    expect(requiredToken(event(base), origin, named(host))).toBe(token);
  });

  it.each([
    ["https://indico.example.org", "file", undefined, "only the file names the host indico.example.org"],
    ["https://127.0.0.1.example.org", "file", undefined, "only the file names the host"],
    ["http://127.0.0.1:8000", "file", undefined, "only the file names the host"],
    ["https://indico.example.org", "file", "indico.cern.ch", "the token is for indico.cern.ch"],
    ["https://indico.example.org", "person", "indico.cern.ch", "the token is for indico.cern.ch"],
    ["http://127.0.0.1:8000", "file", "indico.cern.ch", "the token is for indico.cern.ch"],
    ["https://indico.cern.ch:444", "file", "indico.cern.ch", "the token is for indico.cern.ch"],
  ] as const)("is not sent to %s, which a %s names, with the host %s", (base, origin, host, reason) => {
    expect(environmentToken(event(base), origin, named(host))).toBeUndefined();
    expect(() => requiredToken(event(base), origin, named(host))).toThrow(reason);
  });
});
