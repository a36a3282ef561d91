import { describe, expect, it } from "vitest";
import { type ProxySettings, proxyFor } from "../../../server/src/host/network/proxy";

const url = new URL("https://indico.cern.ch/event/1");
const chosen = (environment: Record<string, string>, settings?: ProxySettings, target = url) =>
  proxyFor(target, settings, environment)?.url.href;

describe("the proxy", () => {
  it.each([
    [{}, undefined],
    [{ HTTPS_PROXY: "http://proxy.cern.ch:3128" }, "http://proxy.cern.ch:3128/"],
    [{ https_proxy: "proxy.cern.ch:3128" }, "http://proxy.cern.ch:3128/"],
    [{ ALL_PROXY: "https://proxy.cern.ch" }, "https://proxy.cern.ch/"],
    [{ HTTP_PROXY: "http://proxy.cern.ch:3128" }, undefined],
  ])("of the environment %j is %s", (environment, expected) => {
    expect(chosen(environment)).toBe(expected);
  });

  it.each([
    ["*", true],
    ["indico.cern.ch", true],
    ["INDICO.cern.ch", true],
    [".cern.ch", true],
    ["*.cern.ch", true],
    ["cern.ch", true],
    ["other.org, indico.cern.ch:443", true],
    ["indico.cern.ch:8443", false],
    ["ern.ch", false],
    ["indico", false],
    ["", false],
  ])("is left out by NO_PROXY=%s: %s", (list, isLeftOut) => {
    expect(chosen({ HTTPS_PROXY: "http://p:1", NO_PROXY: list }) === undefined).toBe(isLeftOut);
  });

  it("of an editor's settings replaces that of the environment", () => {
    const settings = { proxy: "http://editor:1", strictSsl: true, noProxy: [] };
    expect(chosen({ HTTPS_PROXY: "http://p:1" }, settings)).toBe("http://editor:1/");
    expect(chosen({ HTTPS_PROXY: "http://p:1" }, { ...settings, proxy: "" })).toBeUndefined();
    expect(chosen({}, { ...settings, noProxy: ["cern.ch"] })).toBeUndefined();
  });

  it.each(["http://127.0.0.1:8000", "https://127.0.0.1", "https://localhost", "https://[::1]/"])(
    "is not taken to %s",
    (address) => {
      expect(chosen({ HTTPS_PROXY: "http://p:1" }, undefined, new URL(address))).toBeUndefined();
    },
  );

  it.each(["socks5://user:secret@p:1", "http://", "http://user:secret@:80"])(
    "%s is refused, and not repeated",
    (address) => {
      expect(() => chosen({ HTTPS_PROXY: address })).toThrow(/^the address of the proxy must be like http:/);
    },
  );
});
