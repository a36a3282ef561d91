/** One contribution of a made-up meeting, as lines. */

/** The fault of a contribution. */
export type Fault = "untagged" | "unknown theme" | "wrong type" | "incomplete";

const subjects = [
  "Rucio",
  "JupyterHub",
  "CVMFS",
  "HTCondor",
  "Harbor",
  "REANA",
  "SLATE",
  "XCache",
  "Argo CD",
  "Kueue",
];
const matters = [
  "in production",
  "at a Tier-2 site",
  "on OpenStack",
  "with tokens",
  "for the next run",
  "on bare metal",
];
const people = ["A. Forti", "B. Jones", "C. Rossi", "D. Müller", "E. Dupont", "F. García", "G. Novák"];
const communities = ["ATLAS", "CMS", "CERN-IT", "IRIS-HEP", "PRP", "WLCG sites"];
const themes = [
  "analysis-facilities/notebooks",
  "service-deployment/large-scale",
  "deployment-operations/openstack",
  "security/aai",
  "storage-integration/caching",
  "image-distribution/cvmfs",
  "cncf-landscape",
  "container-runtimes",
];
const remarks = [
  "what it took to move the service, and what broke on the way",
  "how the cluster is upgraded without stopping the jobs that run on it",
  "figures of the last three months, with the load doubled since spring",
  "the monitoring that was missing when the nodes ran out of memory",
  "why the first attempt was given up, and what was kept of it",
];
const day = { first: 9 * 60, length: 9 * 60 };

/** @returns the lines of contribution `index` of `size` */
export function contribution(index: number, size: number, fault?: Fault): readonly string[] {
  return [
    `  - title: ${pick(subjects, index)} ${pick(matters, index * 7)}, part ${index + 1}`,
    `    speakers: [${pick(people, index)}, ${pick(people, index * 3 + 1)}]`,
    `    community: ${pick(communities, index)}`,
    ...themesLine(index, fault),
    `    start: "${clock(day.first + Math.floor((index * day.length) / size))}"`,
    ...durationLine(size, fault),
    `    url: https://indico.cern.ch/event/000000/contributions/${index + 1}`,
    "    notes: |",
    `      The speaker showed ${pick(remarks, index)}.`,
    `      Asked about limits: *some ${100 + (index % 900)} pods* a node, after that the network gives in.`,
    `      - seen: ${pick(remarks, index * 3 + 2)}`,
    `      - used with \`${pick(subjects, index + 3)}\` and [its page](https://example.org/${index})`,
    `      - next: ${pick(remarks, index + 4)}`,
    "    actions:",
    `      - text: Circulate the slides of part ${index + 1}`,
    `        owner: ${pick(people, index + 2)}`,
    `        due: 2020-0${1 + (index % 9)}-15`,
    `        status: ${fault === "incomplete" ? "ope" : pick(["open", "done"], index)}`,
  ];
}

function themesLine(index: number, fault: Fault | undefined): readonly string[] {
  if (fault === "untagged") return [];
  const known = pick(themes, index);
  if (fault === "unknown theme") return [`    themes: [${known}, weather]`];
  return [`    themes: [${known}${fault === "incomplete" ? ", s" : `, ${pick(themes, index + 3)}`}]`];
}

/** A day has room for some hundreds of talks; if there are more, they have no duration. */
function durationLine(size: number, fault: Fault | undefined): readonly string[] {
  if (fault === "wrong type") return ["    duration: twenty minutes"];
  const minutes = Math.floor(day.length / size);
  return minutes > 0 ? [`    duration: ${minutes}`] : ["    # as long as it takes"];
}

function pick<T>(list: readonly [T, ...T[]] | readonly T[], index: number): T {
  return list[index % list.length] as T;
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
