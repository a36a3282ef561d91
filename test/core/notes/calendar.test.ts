import { describe, expect, it } from "vitest";
import { calendarOf } from "../../../server/src/core/notes/calendar";
import { readMeeting } from "../../support/meeting";

function calendar(head: string, items: string) {
  return calendarOf(readMeeting(`meeting: {title: M, ${head}}\ncontributions:\n${items}`));
}

/** The lines as a reader unfolds them. */
function allLinesOf(text: string): readonly string[] {
  return text.replaceAll("\r\n ", "").split("\r\n");
}

/** The same without the event of the meeting itself. */
function linesOf(text: string): readonly string[] {
  const lines = allLinesOf(text);
  const end = lines.indexOf("END:VEVENT");
  const isMeeting = lines.slice(0, end).some((line) => /^UID:.*-meeting@wlcg-notes$/.test(line));
  return isMeeting
    ? lines.toSpliced(lines.indexOf("BEGIN:VEVENT"), end - lines.indexOf("BEGIN:VEVENT") + 1)
    : lines;
}

/** When the only event starts, and ends. */
function timesOf(head: string, item: string): readonly string[] {
  const lines = linesOf(calendar(head, `  - {title: x, ${item}}\n`).text);
  return lines.filter((line) => /^DT(START|END)/.test(line));
}

describe("a meeting's calendar", () => {
  it("has an event for a contribution, with all that a reader needs", () => {
    const { text, isFloating, skipped } = calendar(
      "date: 2019-12-10, timezone: Europe/Zurich, place: CERN",
      '  - {title: Rucio & k8s, speakers: [A. Forti, B. Other], start: "09:30", duration: 20, url: "https://indico.cern.ch/event/1"}\n',
    );
    expect({ isFloating, skipped }).toEqual({ isFloating: false, skipped: [] });
    expect(linesOf(text)).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//WLCG//k8s Notes//EN",
      "NAME:M",
      "X-WR-CALNAME:M",
      "X-WR-TIMEZONE:Europe/Zurich",
      "BEGIN:VEVENT",
      "UID:2019-12-10-m-rucio-k8s@wlcg-notes",
      "SEQUENCE:0",
      expect.stringMatching(/^DTSTAMP:2020\d{4}T\d{6}Z$/),
      "DTSTART:20191210T083000Z",
      "DTEND:20191210T085000Z",
      "SUMMARY:Rucio & k8s",
      "LOCATION:CERN",
      "DESCRIPTION:Speakers: A. Forti\\, B. Other\\nhttps://indico.cern.ch/event/1",
      "URL;VALUE=URI:https://indico.cern.ch/event/1",
      expect.stringMatching(/^LAST-MODIFIED:2020\d{4}T\d{6}Z$/),
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it.each([
    ["2019-12-10", "UTC", "09:30", "20191210T093000Z"],
    ["2019-07-10", "Europe/Zurich", "9:30", "20190710T073000Z"],
    ["2019-12-10", "America/Los_Angeles", "18:00", "20191211T020000Z"],
    ["2019-12-10", "Asia/Kolkata", "02:00", "20191209T203000Z"],
    ["2019-12-10", "Asia/Tokyo", "00:00", "20191209T150000Z"],
    ["2019-12-10", "Pacific/Kiritimati", "23:59", "20191210T095900Z"],
    // the clocks go forward at two, and half past two is not on them
    ["2019-03-31", "Europe/Zurich", "01:59", "20190331T005900Z"],
    ["2019-03-31", "Europe/Zurich", "02:30", "20190331T013000Z"],
    ["2019-03-31", "Europe/Zurich", "03:00", "20190331T010000Z"],
    ["2020-03-08", "America/New_York", "02:30", "20200308T073000Z"],
    // and back at three, so that half past two comes twice
    ["2019-10-27", "Europe/Zurich", "01:30", "20191026T233000Z"],
    ["2019-10-27", "Europe/Zurich", "02:30", "20191027T003000Z"],
    ["2019-10-27", "Europe/Zurich", "03:00", "20191027T020000Z"],
    ["2020-11-01", "America/New_York", "01:30", "20201101T053000Z"],
    ["2019-04-07", "Australia/Lord_Howe", "01:45", "20190406T144500Z"],
    // before time zones: Zurich was half an hour and eight seconds ahead
    ["1800-01-01", "Europe/Zurich", "09:30", "18000101T085552Z"],
    ["0050-01-01", "UTC", "09:30", "00500101T093000Z"],
  ])("on %s in %s starts at %s, which is %s", (date, zone, start, expected) => {
    expect(timesOf(`date: ${date}, timezone: ${zone}`, `start: "${start}"`)).toEqual([`DTSTART:${expected}`]);
  });

  it("takes as long across the night when the clocks change", () => {
    expect(timesOf("date: 2019-03-31, timezone: Europe/Zurich", 'start: "01:30", duration: 60')).toEqual([
      "DTSTART:20190331T003000Z",
      "DTEND:20190331T013000Z",
    ]);
  });

  it.each([
    ["7.5", ["DTSTART:20191210T093000Z", "DTEND:20191210T093730Z"]],
    ["-5", ["DTSTART:20191210T093000Z"]],
    [".inf", ["DTSTART:20191210T093000Z"]],
    [".nan", ["DTSTART:20191210T093000Z"]],
    ["1e300", ["DTSTART:20191210T093000Z"]],
    ["'20'", ["DTSTART:20191210T093000Z"]],
  ])("with a duration of %s keeps to %j", (duration, expected) => {
    expect(timesOf("date: 2019-12-10, timezone: UTC", `start: "09:30", duration: ${duration}`)).toEqual(
      expected,
    );
  });

  it("floats where the meeting has no time zone", () => {
    expect(timesOf("date: 2019-12-10", 'start: "09:30", duration: 20')).toEqual([
      "DTSTART:20191210T093000",
      "DTEND:20191210T095000",
    ]);
    expect(calendar("date: 2019-12-10", '  - {title: x, start: "09:30"}\n').isFloating).toBe(true);
  });
});

describe("an address in a calendar", () => {
  it.each([
    "https://indico.cern.ch/event/1,2;3",
    "https://example.org/?q=a%2Cb&c=d#e",
    "https://example.org",
    "http://user@example.org:8080/~a/b.html?c#/d?e",
    `https://example.org/${"long,".repeat(40)}`,
  ])("has no escapes: %s", (url) => {
    const { text } = calendar("date: 2019-12-10", `  - {title: x, start: "09:30", url: '${url}'}\n`);
    expect(linesOf(text)).toContain(`URL;VALUE=URI:${url}`);
    expect(Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });

  it.each([
    ["https://example.org/Präsentation.pdf", "https://example.org/Pr%C3%A4sentation.pdf"],
    ["https://example.org/?q=a%2Cb&c=é#d", "https://example.org/?q=a%2Cb&c=%C3%A9#d"],
    ["https://example.org/a#é", "https://example.org/a#%C3%A9"],
    ["https://example.org/會議/1?q=😀", "https://example.org/%E6%9C%83%E8%AD%B0/1?q=%F0%9F%98%80"],
    ["https://münchen.example/a", "https://xn--mnchen-3ya.example/a"],
    ["https://例え.テスト", "https://xn--r8jz45g.xn--zckzah/"],
    ["https://example.org/a\\b", "https://example.org/a/b"],
    ["https://example.org/100%/{a}|b^c`d`", "https://example.org/100%25/%7Ba%7D%7Cb%5Ec%60d%60"],
    ["https://example.org/a[1]?b[]=2", "https://example.org/a%5B1%5D?b%5B%5D=2"],
    ["https://example.org/a#b#c", "https://example.org/a#b%23c"],
    ["https://[2001:db8::1]:8080/é", "https://[2001:db8::1]:8080/%C3%A9"],
    [`https://example.org/${"é".repeat(80)}`, `https://example.org/${"%C3%A9".repeat(80)}`],
  ])("is a URI: %s", (url, uri) => {
    const text = calendarOf(
      readMeeting(`meeting: {title: M, date: 2019-12-10, url: '${url}'}
contributions:
  - {title: x, start: "09:30", url: '${url}', actions: [{text: T, owner: A. B}]}
actions:
  - {text: U, owner: A. B}
`),
    ).text;
    const urls = allLinesOf(text).filter((line) => line.startsWith("URL"));
    expect(urls).toEqual(Array(4).fill(`URL;VALUE=URI:${uri}`));
    expect(URL.canParse(uri)).toBe(true);
    for (const line of text.split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain("\ufffd");
    }
  });

  it("without a valid host is in the description only", () => {
    const { text } = calendar(
      "date: 2019-12-10",
      `  - {title: x, start: "09:30", url: 'https://exa%mple/é'}\n`,
    );
    expect(text).not.toContain("URL;");
    expect(linesOf(text)).toContain("DESCRIPTION:https://exa%mple/é");
  });

  it("is text in the description, and a title that looks like one is text", () => {
    const title = "URL;VALUE=URI:a,b";
    const { text } = calendar(
      "date: 2019-12-10",
      `  - {title: "${title}", start: "09:30", url: "https://x/a,b"}\n`,
    );
    expect(linesOf(text)).toContain("SUMMARY:URL\\;VALUE=URI:a\\,b");
    expect(linesOf(text)).toContain("DESCRIPTION:https://x/a\\,b");
  });
});

describe("a revision", () => {
  const revisionIn = (item: string): string => {
    const lines = linesOf(calendar("date: 2019-12-10", `  - {title: x, ${item}}\n`).text);
    const [stamp, modified] = ["DTSTAMP:", "LAST-MODIFIED:"].map((name) =>
      lines.find((line) => line.startsWith(name))?.slice(name.length),
    );
    expect(modified).toBe(stamp);
    expect(lines).toContain("UID:2019-12-10-m-x@wlcg-notes");
    expect(lines).toContain("SEQUENCE:0");
    return stamp ?? "";
  };

  it.each([
    ['start: "09:00"', 'start: "09:15"'],
    ['start: "09:00"', 'start: "09:01"'],
    ['start: "9:00", duration: 20', 'start: "9:15", duration: 20'],
    ['start: "9:00", duration: 20', 'start: "9:00", duration: 25'],
    ['start: "9:00", duration: 20', 'start: "9:05", duration: 15'],
    [
      'start: "23:59", duration: 1440, url: "https://x/a"',
      'start: "23:59", duration: 1440, url: "https://x/b"',
    ],
  ])("differs between {%s} and {%s}, and is newer if the talk starts or ends later", (before, after) => {
    expect(revisionIn(after)).not.toBe(revisionIn(before));
    if (!before.includes("url")) expect(revisionIn(after) > revisionIn(before)).toBe(true);
    expect(revisionIn(before) >= "20191210T000000Z").toBe(true);
  });

  it("differs after a change of the time zone and of the place", () => {
    const heads = [
      "place: A",
      "place: B",
      "timezone: Europe/Zurich",
      "timezone: Asia/Tokyo",
      "timezone: UTC",
    ];
    const revisions = heads.map(
      (head) =>
        /DTSTAMP:(.*)/.exec(
          linesOf(calendar(`date: 2019-12-10, ${head}`, '  - {title: x, start: "01:00"}\n').text).join("\n"),
        )?.[1],
    );
    expect(new Set(revisions).size).toBe(heads.length);
    for (const revision of revisions) expect((revision ?? "") > "20191210").toBe(true);
  });

  it("differs after a change of the words", () => {
    const items = ["speakers: [A]", "speakers: [B]", "speakers: [A, B]", 'url: "https://x/1"', "notes: n"];
    const revisions = items.map((item) => revisionIn(`start: "09:00", ${item}`));
    expect(new Set(revisions).size).toBe(items.length);
  });
});

describe("a calendar over midnight", () => {
  const eventsOf = (...times: readonly string[]) =>
    linesOf(
      calendar(
        "date: 2019-12-10",
        times.map((time, index) => `  - {title: t${index}, start: "${time}", duration: 30}\n`).join(""),
      ).text,
    ).flatMap((line) => /^DTSTART:(.*)00$/.exec(line)?.[1] ?? []);

  it.each([
    [
      ["23:30", "00:15"],
      ["20191210T2330", "20191211T0015"],
    ],
    [
      ["22:00", "01:00", "02:00"],
      ["20191210T2200", "20191211T0100", "20191211T0200"],
    ],
    [
      ["14:00", "09:00"],
      ["20191210T1400", "20191210T0900"],
    ],
  ])("puts %j at %j", (times, expected) => expect(eventsOf(...times)).toEqual(expected));
});

describe("what a calendar leaves out", () => {
  it.each([
    ["date: 2019-12-10", "themes: none", "no start time"],
    ["date: 2019-12-10", "start:", "no start time"],
    ["date: 2019-12-10", 'start: "25:00"', "the start is not a time of day"],
    ["date: 2019-12-10", "start: 9", "the start is not a time of day"],
    ["date: 2019-12-10", "start: [9]", "the start is not a time of day"],
    ["place: CERN", 'start: "09:30"', "the meeting has no date"],
    ["date: 2026-02-30", 'start: "09:30"', "the meeting has no date"],
    ["date: 2019-12-10, timezone: Mars/Olympus", 'start: "09:30"', "the meeting's time zone is unknown"],
    ["date: 2019-12-10, timezone: 5", 'start: "09:30"', "the meeting's time zone is unknown"],
  ])("with {%s} and {%s} is skipped: %s", (head, item, reason) => {
    const { text, skipped } = calendar(head, `  - {title: x, ${item}}\n`);
    const offset = `meeting: {title: M, ${head}}\ncontributions:\n  - {title: `.length;
    expect(skipped).toEqual([{ title: "x", offset, reason }]);
    expect(linesOf(text)).not.toContain("BEGIN:VEVENT");
  });

  it("is no survey and no discussion, and an empty file is an empty calendar", () => {
    const rest = "surveys:\n  - {question: Q}\ndiscussion:\n  - {topic: T}\n";
    expect(calendar("date: 2019-12-10", `  []\n${rest}`).skipped).toEqual([]);
    expect(linesOf(calendarOf(readMeeting("")).text)).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//WLCG//k8s Notes//EN",
      "END:VCALENDAR",
      "",
    ]);
  });
});

describe("hostile text in a calendar", () => {
  const hostile = "a,b;c\\\\d\\r\\nEND:VEVENT\\nX:y\\u0000\\ud800 👩‍🔬";
  const { text } = calendarOf(
    readMeeting(
      `meeting: {title: "${hostile}", date: 2019-12-10, place: "${hostile}"}\ncontributions:\n${`  - {title: "${hostile}", speakers: ["${hostile}"], start: "09:30", url: "https://x/\\r\\nX:y"}\n`.repeat(2)}`,
    ),
  );
  const shown = "a\\,b\\;c\\\\d END:VEVENT X:y 👩‍🔬";

  it("stays within its line", () => {
    const lines = linesOf(text);
    expect(lines.filter((line) => line.startsWith("SUMMARY"))).toEqual(Array(2).fill(`SUMMARY:${shown}`));
    expect(lines.filter((line) => line.startsWith("DESCRIPTION"))).toEqual(
      Array(2).fill(`DESCRIPTION:Speakers: ${shown}`),
    );
    expect(lines).toContain(`X-WR-CALNAME:${shown}`);
    expect(lines).toContain(`LOCATION:${shown}`);
    expect(lines.filter((line) => line === "END:VEVENT")).toHaveLength(2);
    expect(lines.filter((line) => /^(X:|URL)/.test(line))).toEqual([]);
  });

  it("has a distinct id for each event", () => {
    const ids = linesOf(text).filter((line) => line.startsWith("UID"));
    expect(ids).toEqual([
      "UID:2019-12-10-a-b-c-d-end-vevent-x-y-a-b-c-d-end-vevent-x-y@wlcg-notes",
      "UID:2019-12-10-a-b-c-d-end-vevent-x-y-a-b-c-d-end-vevent-x-y-2@wlcg-notes",
    ]);
  });

  it.each(["é", "日", "👩‍🔬", "a,"])("is folded at 75 octets, between characters, with %s", (letter) => {
    const title = letter.repeat(200);
    const { text } = calendar("date: 2019-12-10", `  - {title: "${title}", start: "09:30"}\n`);
    const folded = text.split("\r\n");
    expect(Math.max(...folded.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(folded.filter((line) => line.includes("\ufffd") || /[\r\n]/.test(line))).toEqual([]);
    expect(linesOf(text)).toContain(`SUMMARY:${title.replaceAll(",", "\\,")}`);
  });

  it("gives the same bytes for the same text", () => {
    const again = () => calendar("date: 2019-12-10", '  - {title: x, start: "09:30"}\n').text;
    expect(again()).toBe(again());
  });
});
