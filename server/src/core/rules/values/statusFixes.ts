import { plainLetters, typedText } from "../../text/typedText";

/** Words for the statuses of actions. */
const actionWords: Readonly<Record<string, string>> = {
  done: "done|100%|☑|✅|closed|close|finished|complete|completed|fixed|resolved|solved|ok|yes|true|✓|✔|[x]|x|fini|erledigt|fatto",
  "in-progress":
    "in progress|inprogress|in-progress|in_progress|progress|progressing|ongoing|on-going|on going|wip|work in progress|started|doing|working on it|partly done|partially done|partial|under way|underway|active|en cours",
  dropped:
    "dropped|drop|cancelled|canceled|cancel|won't do|wont do|won't fix|wontfix|obsolete|abandoned|rejected|withdrawn|superseded|no longer needed|not needed|n/a any more",
  open: "open|still open|☐|opened|reopened|pending|to do|to-do|todo|new|not done|not started|not yet|waiting|blocked|on hold|assigned|no|false|[ ]|?|tbd|late|overdue|offen",
};

/** Words for the statuses of the notes of a meeting. */
const meetingWords: Readonly<Record<string, string>> = {
  draft:
    "draft|drafted|preliminary|provisional|tentative|in progress|in-progress|wip|work in progress|open|unapproved|not approved|entwurf|brouillon",
  final: "final|finalised|finalized|approved|published|done|closed|complete|completed|ok|official|accepted",
};

const actionStatuses: readonly string[] = Object.keys(actionWords);

/** @param options the statuses of the key @returns the one that a word means; undefined for other words */
export function statusOf(word: string, options: readonly string[] = actionStatuses): string | undefined {
  const written = plainLetters(typedText(word)).replace(/^!$/, "");
  const wordsByStatus = options.includes("draft") ? meetingWords : actionWords;
  const [status] =
    Object.entries(wordsByStatus).find(([, words]) => words.split("|").includes(written)) ?? [];
  return status !== undefined && options.includes(status) ? status : undefined;
}
