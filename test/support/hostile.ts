/** Text that tries to act where it is shown, and what to find of it there. */

/** Characters that act on a terminal, break a line, or change how a line reads. */
export const activeCharacters =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;

/** For a double-quoted YAML text. */
const hostileYaml = String.raw`x\e[31m\e]0;t\a\x9b2J\r\n::error::owned\n::set-output name=a::b ##[error]y ##vso[z]w \u2028\u202e\ud800[run](command:workbench.action.quit) ![p](https://evil.example/p.png) <img src=https://evil.example/q.png> $(alert)`;

/** The same in a name, which a catalogue has no two of; `of` makes it unique. */
const hostileName = (of: string): string =>
  `${of} ${String.raw`x\e[31m\r\n::error::y ##[error]z \u202e\ud800[run](command:a) ![p](https://evil.example/p.png) <img src=x>`}`;

/** A meeting whose every text is hostile, with as many kinds of findings as fit. */
export const hostileMeeting = `meeting:
  title: "${hostileYaml}"
  date: "${hostileYaml}"
  endDate: "${hostileYaml}"
  timezone: "${hostileYaml}"
  attendees: ["${hostileYaml}", {name: "N ${hostileYaml}", affiliation: "${hostileYaml}"}]
  minuteTakers: ["${hostileYaml}"]
  status: "${hostileYaml}"
  links: [{title: "${hostileYaml}", url: "javascript:alert(1)"}, {title: "${hostileYaml}", url: "https://a.ch/"}]
  nextMeeting: "${hostileYaml}"
  "${hostileYaml}": 1
"${hostileYaml}": 2
sessions:
  - title: "S ${hostileYaml}"
    conveners: ["${hostileYaml}"]
    date: "${hostileYaml}"
  - title: "S ${hostileYaml}"
contributions:
  - break: "B ${hostileYaml}"
    session: "${hostileYaml}"
    themes: none
  - title: "Parts ${hostileYaml}"
    session: "T ${hostileYaml}"
    date: "${hostileYaml}"
    themes: none
    abstract: "${hostileYaml}"
    parts: [{title: "${hostileYaml}", speakers: ["${hostileYaml}"], notes: "ACTION: ${hostileYaml}"}]
    notes: "ACTION 5: N ${hostileYaml}"
    decisions: ["${hostileYaml}"]
    actions:
      - {text: "${hostileYaml}", id: "${hostileYaml}", owner: "${hostileYaml}", owners: ["${hostileYaml}"]}
      - {text: x, id: "${hostileYaml}", status: "${hostileYaml}", since: "${hostileYaml}", closed: "${hostileYaml}"}
  - title: "Rucio ${hostileYaml}"
    start: "09:00"
    duration: 600
    speakers: ["${hostileYaml}"]
    community: "${hostileYaml}"
    actions: [{text: "${hostileYaml}"}]
    "k${hostileYaml}": 1
  - title: "CVMFS ${hostileYaml}"
    start: "09:30"
    themes: ["${hostileYaml}", "security/${hostileYaml}", "${hostileYaml}"]
  # wlcg-notes-disable-next-line \u202e[x](command:a)
  - title: "CVMFS ${hostileYaml}"
    themes: [security, security]
    url: "${hostileYaml}"
    duration: "20"
`;

/** A valid catalogue whose every text is hostile. */
export const hostileCatalogue = `name: "${hostileName("c")}"
themes:
  - id: security
    title: "::error::${hostileName("t")}"
    summary: "${hostileYaml}"
    aliases: ["${hostileName("a")}"]
    words: ["rucio", "cvmfs", "${hostileName("w")}"]
    links: [{title: "${hostileName("l")}", url: "https://good.example/page"}]
    topics:
      - {id: aai, title: "${hostileName("p")}", summary: "${hostileYaml}"}
systems:
  - {name: "Rucio", summary: "${hostileYaml}", url: "https://rucio.cern.ch", themes: [security], aliases: ["${hostileName("b")}"]}
communities:
  - {name: "${hostileName("d")}", summary: "${hostileYaml}", url: "https://good.example/community"}
`;
