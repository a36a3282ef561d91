// What an import reads: exports of events and timetables, and calendars.

/**
 * @param {import("../harness/server.mjs").IndicoServer} server
 * @returns {readonly import("./recorder.mjs").RecordedRequest[]}
 */
export function exportRequests({ events }) {
  const { large, ...others } = events;
  const details = ["sessions", "contributions"];
  const open = Object.entries(others).flatMap(([name, { id }]) => [
    ...details.map((detail) => ({
      name: `${name}.${detail}`,
      path: `/export/event/${id}.json?detail=${detail}&nc=yes`,
    })),
    { name: `${name}.timetable`, path: `/export/timetable/${id}.json?nc=yes` },
    { name: `${name}.event`, path: `/event/${id}/event.ics?scope=contribution` },
  ]);
  const many = { name: "large.sessions", path: `/export/event/${large.id}.json?detail=sessions&nc=yes` };
  return [...open, many, ...furtherExports(events), ...withToken(events)];
}

/**
 * Other forms of the same event.
 * @param {import("../harness/server.mjs").Seed["events"]} events
 * @returns {readonly import("./recorder.mjs").RecordedRequest[]}
 */
function furtherExports({ workshop, eastern, board }) {
  const id = workshop.id;
  return [
    { name: "workshop.subcontributions", path: `/export/event/${id}.json?detail=subcontributions&nc=yes` },
    { name: "workshop.events", path: `/export/event/${id}.json?detail=events&nc=yes` },
    { name: "workshop.calendar-sessions", path: `/event/${id}/event.ics?scope=session` },
    { name: "workshop.calendar-event", path: `/event/${id}/event.ics` },
    {
      name: "eastern.in-its-zone",
      path: `/export/event/${eastern.id}.json?detail=sessions&nc=yes&tz=US/Eastern`,
    },
    { name: "eastern.utc", path: `/export/event/${eastern.id}.json?detail=sessions&nc=yes&tz=UTC` },
    { name: "two-events", path: `/export/event/${board.id}-${eastern.id}.json?detail=contributions&nc=yes` },
  ];
}

/**
 * What the manager of an event sees.
 * @param {import("../harness/server.mjs").Seed["events"]} events
 * @returns {readonly import("./recorder.mjs").RecordedRequest[]}
 */
function withToken(events) {
  return /** @type {const} */ (["board", "protected", "draft"]).flatMap((name) => [
    {
      name: `${name}.sessions.manager`,
      path: `/export/event/${events[name].id}.json?detail=sessions&nc=yes`,
      token: "manager",
    },
    {
      name: `${name}.timetable.manager`,
      path: `/export/timetable/${events[name].id}.json?nc=yes`,
      token: "manager",
    },
    {
      name: `${name}.event.manager`,
      path: `/event/${events[name].id}/event.ics?scope=contribution`,
      token: "manager",
    },
  ]);
}
