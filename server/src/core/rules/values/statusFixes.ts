import { plainLetters, typedText } from "../../text/typedText";

const statusByWord: Readonly<Record<string, string>> = {
  done: "done|100%|☑|✅|closed|close|finished|complete|completed|fixed|resolved|solved|ok|yes|true|✓|✔|[x]|x|fini|erledigt|fatto",
  open: "open|still open|☐|opened|reopened|in progress|inprogress|in-progress|in_progress|progress|ongoing|on-going|on going|pending|to do|to-do|todo|new|wip|work in progress|started|doing|not done|not started|not yet|waiting|blocked|on hold|active|assigned|no|false|[ ]|?|tbd|partly done|partially done|partial|late|overdue|offen|en cours",
};

/** The status that a word means; undefined for words such as `dropped`, which is neither open nor done. */
export function statusOf(word: string): string | undefined {
  const written = plainLetters(typedText(word)).replace(/^!$/, "");
  return Object.entries(statusByWord).find(([, words]) => words.split("|").includes(written))?.[0];
}
