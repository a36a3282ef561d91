// Minutes are read, written, changed, displayed and deleted, for each kind of item that can have them.

/** @typedef {import("./recorder.mjs").RecordedRequest} RecordedRequest */
/** @typedef {import("./recorder.mjs").Answer} Answer */

/** A page as a browser shows it, with what Indico does not allow. */
const page = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Notes</title><style>p { color: red }</style></head>
<body><main style="max-width: 60rem"><h2 id="news">News</h2>
<p>We <strong>decided</strong>: 1 &lt; 2 &amp; <a href="https://example.org/?a=1&amp;b=2">this</a>.</p>
<table class="t"><thead><tr><th>site</th><th align="right">MB/s</th></tr></thead>
<tbody><tr><td>DESY</td><td align="right">120</td></tr></tbody></table>
<ul><li>one<ul><li>nested</li></ul></li></ul>
<details><summary>More</summary><p>text</p></details>
<svg viewBox="0 0 1 1"><rect width="1" height="1"/></svg>
<a href="javascript:alert(1)">script</a><img src="data:image/png;base64,AAAA" alt="dot"><script>alert(1)</script>
</main></body></html>
`;

const markdown = `# News

We **decided**: 1 < 2 & $E = mc^2$.
The next line.

- one
  - two spaces
- two
    - four spaces

- [ ] open
- [x] done

| site | MB/s |
|------|------|
| DESY | 120  |

\`\`\`yaml
title: "code"
\`\`\`
`;

/**
 * @param {import("../harness/server.mjs").IndicoServer} server
 * @returns {Generator<RecordedRequest, void, Answer>}
 */
export function* minutesRequests({ events }) {
  const { board, workshop } = events;
  const [, , sites, storage] = board.contributions;
  const talk = workshop.contributions.find(({ subContributions }) => subContributions.length > 0);
  const part = talk?.subContributions[0];
  yield* life("event", `/event/${board.id}`, "manager");
  yield* life("contribution", `/event/${board.id}/contributions/${storage?.id}`, "manager");
  yield* life("submitter", `/event/${board.id}/contributions/${sites?.id}`, "submitter");
  yield* life(
    "subcontribution",
    `/event/${workshop.id}/contributions/${talk?.id}/subcontributions/${part?.id}`,
    "manager",
  );
  yield* life("session", `/event/${workshop.id}/sessions/${workshop.sessions[1]?.id}`, "manager");
  yield* exported(board.id);
}

/**
 * @param {string} kind
 * @param {string} base
 * @param {string} token
 * @returns {Generator<RecordedRequest, void, Answer>}
 */
function* life(kind, base, token) {
  const name = `minutes.${kind}`;
  const path = `${base}/api/note`;
  const write = (/** @type {string} */ suffix, /** @type {Readonly<Record<string, unknown>>} */ json) =>
    /** @type {RecordedRequest} */ ({ name: `${name}.${suffix}`, path, method: "POST", token, json });
  yield { name: `${name}.1-none`, path, token };
  const first = revisionIn(yield write("2-first", { source: page }));
  yield { name: `${name}.3-read`, path, token };
  yield { name: `${name}.4-displayed`, path: `${base}/note/`, token };
  // where there are revisions, the first of these is a conflict and the second is accepted
  yield write("5-without-revision", { source: markdown, render_mode: "markdown" });
  yield write("6-with-revision", { source: markdown, render_mode: "markdown", revision_id: first });
  yield { name: `${name}.7-read-markdown`, path, token };
  yield { name: `${name}.8-displayed-markdown`, path: `${base}/note/`, token };
  yield write("9-with-old-revision", { source: "old", revision_id: first });
  yield write("10-same-source", { source: markdown, render_mode: "markdown" });
  yield { name: `${name}.11-delete`, path, method: "DELETE", token };
  yield { name: `${name}.12-read-deleted`, path, token };
  yield write("13-again", { source: page });
}

/**
 * The export after everything was written.
 * @param {number} id
 * @returns {Generator<RecordedRequest, void, Answer>}
 */
function* exported(id) {
  yield { name: "minutes.export", path: `/export/event/${id}.json?detail=contributions&nc=yes` };
  yield { name: "minutes.page", path: `/event/${id}/` };
}

/** @param {Answer} answer */
function revisionIn({ status, body }) {
  return status === 200 ? JSON.parse(body).id : 1;
}
