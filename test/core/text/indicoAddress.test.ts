import { describe, expect, it } from "vitest";
import {
  type IndicoAddress,
  isSameEvent,
  pageOf,
  pathOf,
  readIndicoAddress,
} from "../../../server/src/core/text/indicoAddress";

const base = "https://indico.cern.ch";

describe("the address of an event is read from", () => {
  it.each<[string, IndicoAddress]>([
    [`${base}/event/123/`, { base, event: "123" }],
    [`${base}/event/123`, { base, event: "123" }],
    [`  ${base}/event/123/  `, { base, event: "123" }],
    [`<${base}/event/123/>`, { base, event: "123" }],
    ["indico.cern.ch/event/123", { base, event: "123" }],
    [`${base}/event/0123/`, { base, event: "123" }],
    [`${base}/event/123/timetable/#20191210.detailed`, { base, event: "123" }],
    [`${base}/event/123/timetable/?view=standard`, { base, event: "123" }],
    [`${base}/event/123/overview`, { base, event: "123" }],
    [`${base}/event/123/manage/timetable/`, { base, event: "123" }],
    [`${base}/event/123/sessions/7/#20191210`, { base, event: "123" }],
    [`${base}/event/123/contributions/`, { base, event: "123" }],
    [`${base}/event/123/contributions/456/`, { base, event: "123", contribution: "456" }],
    [
      `${base}/event/123/contributions/456/attachments/1/2/a.pdf`,
      { base, event: "123", contribution: "456" },
    ],
    [`${base}/event/123/manage/contributions/456`, { base, event: "123", contribution: "456" }],
    [
      `${base}/event/123/contributions/456/subcontributions/7`,
      { base, event: "123", contribution: "456", subContribution: "7" },
    ],
    [`${base}/event/123/event.ics?scope=contribution`, { base, event: "123" }],
    [`${base}/export/event/123.json?detail=sessions`, { base, event: "123" }],
    [`${base}/export/timetable/123.json`, { base, event: "123" }],
    [`${base}/conferenceDisplay.py?confId=123`, { base, event: "123" }],
    [`${base}/contributionDisplay.py?contribId=5&confId=123`, { base, event: "123" }],
    ["https://host.example.org/indico/event/1", { base: "https://host.example.org/indico", event: "1" }],
    [
      "https://host.example.org/a/indico/conferenceDisplay.py?confId=1",
      { base: "https://host.example.org/a/indico", event: "1" },
    ],
    ["https://HOST.example.org:8443/event/1", { base: "https://host.example.org:8443", event: "1" }],
    ["http://127.0.0.1:8000/event/1", { base: "http://127.0.0.1:8000", event: "1" }],
    ["http://localhost/event/1", { base: "http://localhost", event: "1" }],
    ["http://[::1]:8000/event/1", { base: "http://[::1]:8000", event: "1" }],
  ])("%s", (text, address) => {
    expect(readIndicoAddress(text)).toEqual({ address });
  });
});

describe("a page leads to the event:", () => {
  it.each([
    [`${base}/e/k8s-board`, `${base}/e/k8s-board`],
    [`${base}/event/k8s-board/`, `${base}/event/k8s-board`],
    [`${base}/event/a012345/`, `${base}/event/a012345`],
    [`${base}/conferenceDisplay.py?confId=a012345`, `${base}/event/a012345`],
    ["https://host.example.org/indico/e/x", "https://host.example.org/indico/e/x"],
  ])("%s", (text, leadsToEvent) => {
    expect(readIndicoAddress(text)).toEqual({ leadsToEvent });
  });
});

describe("no event is at", () => {
  it.each([
    [base, /not the address of an Indico event/],
    [`${base}/category/5/`, /not the address of an Indico event/],
    [`${base}/event/`, /not the address of an Indico event/],
    [`${base}/event/..%2f..%2fx/`, /not the address of an Indico event/],
    [`${base}/event/%E0%A4%A/`, /not the address of an Indico event/],
    [`${base}/event/a%0Db/`, /not the address of an Indico event/],
    [`${base}/conferenceDisplay.py`, /not the address of an Indico event/],
    ["https://user:secret@indico.cern.ch/event/1", /user name or a password/],
    ["http://indico.cern.ch/event/1", /unencrypted/],
    ["http://localhost.example.org/event/1", /unencrypted/],
    ["agenda.json", /not the address of an Indico event/],
    ["", /not an address/],
    ["[".repeat(100_000), /too long|not an address/],
  ])("%s", (text, problem) => {
    expect(readIndicoAddress(text)).toEqual({ problem: expect.stringMatching(problem) });
  });
});

it("an address has a page and a path", () => {
  const address = { base, event: "1", contribution: "2", subContribution: "3" };
  expect(pathOf(address)).toBe("/event/1/contributions/2/subcontributions/3");
  expect(pageOf({ base, event: "1" })).toBe(`${base}/event/1/`);
  expect(readIndicoAddress(pageOf(address))).toEqual({ address });
  expect(isSameEvent(address, { base, event: "1" })).toBe(true);
  expect(isSameEvent(address, { base: `${base}/indico`, event: "1" })).toBe(false);
});
