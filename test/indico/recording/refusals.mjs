// Requests that the server does not grant.

/** @typedef {import("./recorder.mjs").RecordedRequest} RecordedRequest */

/** A text with the form of a token. */
const unknownToken = `indp_${"x".repeat(42)}`;

/**
 * @param {import("../harness/server.mjs").IndicoServer} server
 * @returns {readonly RecordedRequest[]}
 */
export function refusedRequests({ events }) {
  const id = events.protected.id;
  return [
    ...refusedTo(`/export/event/${id}.json?detail=sessions&nc=yes`, "refused.export"),
    ...refusedTo(`/export/timetable/${id}.json?nc=yes`, "refused.timetable"),
    ...refusedTo(`/event/${id}/event.ics?scope=contribution`, "refused.calendar"),
    ...refusedTo(`/event/${id}/`, "refused.page"),
    ...unknownEvents(),
    ...refusedMinutes(events),
  ];
}

/**
 * @param {string} path
 * @param {string} name
 * @returns {readonly RecordedRequest[]}
 */
function refusedTo(path, name) {
  return [
    { name: `${name}.no-token`, path },
    { name: `${name}.unknown-token`, path, token: unknownToken },
    { name: `${name}.without-legacy-scope`, path, token: "withoutLegacyScope" },
    { name: `${name}.withoutRights`, path, token: "withoutRights" },
  ];
}

/** @returns {readonly RecordedRequest[]} */
function unknownEvents() {
  return [
    { name: "unknown.export", path: "/export/event/99999.json?detail=sessions&nc=yes" },
    { name: "unknown.export-word", path: "/export/event/no-such-event.json?detail=sessions&nc=yes" },
    { name: "unknown.timetable", path: "/export/timetable/99999.json?nc=yes" },
    { name: "unknown.calendar", path: "/event/99999/event.ics?scope=contribution" },
    { name: "unknown.page", path: "/event/99999/" },
    { name: "unknown.minutes", path: "/event/99999/api/note", token: "manager" },
  ];
}

/**
 * @param {import("../harness/server.mjs").Seed["events"]} events
 * @returns {readonly RecordedRequest[]}
 */
function refusedMinutes({ board, workshop }) {
  const path = `/event/${board.id}/api/note`;
  const other = `/event/${board.id}/contributions/${workshop.contributions[0]?.id}/api/note`;
  const json = { source: "<p>Not to be written.</p>" };
  return [
    { name: "refused.minutes-read.no-token", path },
    { name: "refused.minutes-read.unknown-token", path, token: unknownToken },
    { name: "refused.minutes-read.withoutRights", path, token: "withoutRights" },
    { name: "refused.minutes-read.without-full-scope", path, token: "withoutFullScope" },
    { name: "refused.minutes-write.no-token", path, method: "POST", json },
    { name: "refused.minutes-write.unknown-token", path, method: "POST", json, token: unknownToken },
    {
      name: "refused.minutes-write.without-full-scope",
      path,
      method: "POST",
      json,
      token: "withoutFullScope",
    },
    { name: "refused.minutes-write.withoutRights", path, method: "POST", json, token: "withoutRights" },
    {
      name: "refused.minutes-write.submitter-of-a-contribution",
      path,
      method: "POST",
      json,
      token: "submitter",
    },
    { name: "refused.minutes-write.no-source", path, method: "POST", json: {}, token: "manager" },
    {
      name: "refused.minutes-write.unknown-mode",
      path,
      method: "POST",
      json: { ...json, render_mode: "latex" },
      token: "manager",
    },
    { name: "unknown.minutes-of-another-event", path: other, token: "manager" },
    {
      name: "unknown.minutes-of-a-contribution",
      path: `/event/${board.id}/contributions/99999/api/note`,
      token: "manager",
    },
  ];
}
