/** The words of the generated meetings: valid ones, and such with typical errors. */
import fc from "fast-check";
import { codes } from "../../../server/src/core/findings/codes";

const words = [
  ...[
    "Rucio",
    "Harbor registry",
    "lazy image pulling",
    "CVMFS",
    "k8s on OpenStack",
    "Coffee",
    "Q&A",
    "tokens",
    "batch",
  ],
  ...[
    "a: b",
    "- z",
    "# no comment",
    "x #y",
    "it's",
    '"q"',
    "é",
    "🙂",
    "👩‍🔬",
    "日本",
    "[b",
    "c]",
    "{d}",
    "yes",
    "12",
    "~",
  ],
  ...[
    "",
    " ",
    "null",
    "1e3",
    "0x1f",
    "|",
    ">",
    "*a",
    "&a",
    "!t",
    "%",
    "@",
    "`",
    "?",
    ",",
    "\\",
    "$1",
    "${2:x}",
    "<b>x</b>",
  ],
  ...[
    "\u202eab",
    "\u200b",
    "\u2028",
    "\u00a0",
    "\u0085",
    "\ufeff",
    "\u0301",
    "[x](command:y)",
    "<img src=x>",
    "https://x.org/a_b?c=(d)",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "wlcg-notes-disable-file",
    "---",
    "...",
    "<<",
    "<<<<<<< HEAD",
    "=======",
    "a".repeat(90),
  ],
];

/** Text in any quotes, or in none. */
export const text: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }), fc.nat(5))
  .map(([parts, look]) => {
    const said = parts.join(" ");
    if (look === 0) return JSON.stringify(said);
    return look < 3
      ? `'${said.replaceAll("'", "''")}'`
      : look === 3
        ? (parts[0] ?? "")
        : withoutSpecialCharacters(said);
  });

/** Mostly without characters that have a meaning in YAML. */
function withoutSpecialCharacters(source: string): string {
  const bare = source.replaceAll(/[#:[\]{}"'`@%&*!|>,?\\-]/g, "").trim();
  return bare === "" ? "x" : bare;
}

export const theme = fc.constantFrom(
  ...[
    "security",
    "security/aai",
    "storage-integration",
    "deployment-operations/openstack",
    "cncf-landscape",
    "none",
  ],
  ...[
    "image-distribution/registries",
    "securty",
    "security/ai",
    "Storage integration",
    "Rucio",
    "security/",
    "/",
    "''",
  ],
);
export const date = fc.constantFrom(
  "2019-12-10",
  "2019-13-40",
  "10 December 2019",
  "2020-02-30",
  "10.12.2019",
  "''",
  "today",
  "2019-12-1",
);
export const time = fc.constantFrom('"09:30"', "09:30", "9.30", "9h30", '"25:00"', "9", "'9:30'", "noon");
export const number = fc.constantFrom(
  "20",
  "0",
  "-1",
  "20 min",
  "1.5",
  "x",
  '"30"',
  "1e9",
  "99999999999999999999",
  ".nan",
);
export const url = fc.constantFrom(
  "https://indico.cern.ch/event/1",
  "indico.cern.ch/event/1",
  "ftp://x",
  "javascript:alert(1)",
  "https://",
  "command:x",
);
export const status = fc.constantFrom("open", "done", "opn", "yes", "[open]");
export const timeZone = fc.constantFrom("Europe/Zurich", "Europe/Zurch", "UTC", "+01:00", "__proto__");
export const comment = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("# c", "#", "# a: b [x", "# é🙂") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...codes.map((code) => `# wlcg-notes-disable-line ${code}`),
      "# wlcg-notes-disable-next-line untagged-item, unknown-key -- why",
      "# wlcg-notes-disable-item",
      "# wlcg-notes-disable-file duplicate-title",
      "# wlcg-notes-disable-line no-such-code",
    ),
  },
);
export const nodeProperties = fc.constantFrom("&a", "&b", "!!str", "!t", "&a !!str");
export const lines = fc.array(
  fc.constantFrom(
    "Text.",
    "",
    "- a: b",
    "# heading",
    "  more",
    "[x](https://x.org)",
    "`a`",
    "```",
    "| a | b |",
    "<b>",
    "> q",
    "text: 'x",
    "\tx",
    "é🙂",
    "1. one",
    "***",
    "\u202e",
  ),
  { minLength: 1, maxLength: 6 },
);
