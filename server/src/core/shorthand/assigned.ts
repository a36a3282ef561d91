/** Decides for labels that are words of prose too, `AI` above all, whether a line with one has an owner or is due. */
import { hasDeadline } from "./dueDate";
import type { Zone } from "./labelZone";
import { beginsWithVerb, isEveryone, isInitials, splitNames, withoutOwners } from "./owners";
import type { People } from "./people";
import type { ShorthandContext } from "./types";

/** @param text after the label */
export function isAssigned(text: string, zone: Zone, context: ShorthandContext): boolean {
  const { owners, ownersIn = "brackets", due, status, id } = zone;
  const isMarked = zone.mark !== undefined;
  if (owners.length > 0) return areOwners(owners, { text, isMarked, ownersIn }, context.people);
  if (due !== undefined || status !== undefined || (id !== undefined && !isYear.test(id))) return true;
  const sentence = text.trim();
  return (
    beginsWithOwner(sentence, context.people) || (hasDeadline(sentence, context) && !/\?$|^\d/.test(sentence))
  );
}

const isYear = /^(?:19|20)\d\d$/;

/** Where names are written, and what follows them. */
interface Naming {
  readonly ownersIn: NonNullable<Zone["ownersIn"]>;
  /** after the label */
  readonly text: string;
  /** true if a colon, a dash or an arrow follows them */
  readonly isMarked: boolean;
}

/** True if these words are persons of the file, or can only be persons where they are written. */
export function areOwners(names: readonly string[], naming: Naming, people: People): boolean {
  const isTask = task.test(naming.text);
  const isOwned = (name: string): boolean => isOwner(name, naming, isTask, people);
  // `AI (Mat, devops): …`
  const isOther = (name: string): boolean => naming.isMarked && handle.test(name) && !isSubject(name);
  return names.some(isOwned) && names.every((name) => isOwned(name) || isOther(name));
}

/** The words that make the rest of a line a task of the person before them; `to be` may follow any subject. */
const task = /^\s?(?:to|will|should)\s+(?!be\s)\p{Ll}{2}/u;

function isOwner(
  name: string,
  { ownersIn, isMarked, text }: Naming,
  isTask: boolean,
  people: People,
): boolean {
  if (ownersIn === "phrase" && !isTask && (isEveryone(name) || isInitials(name))) return false;
  // `AI (ML) workloads` of a meeting with an M. Lee
  if (isSubject(name)) return people.find(name) !== undefined && (isMarked || isTask);
  if (people.find(name) !== undefined || isEveryone(name) || initialled.test(name)) return true;
  if (ownersIn === "phrase") return isTask;
  if (ownersIn === "names")
    return /^\p{Lu}\p{Ll}+\p{Lu}$/u.test(name) || (plainName.test(name) && beginsWithVerb(text));
  if (isInitials(name)) return isTask || (isMarked && ownersIn === "handles");
  return (isMarked || isTask) && (plainName.test(name) || (ownersIn === "handles" && handle.test(name)));
}

/** `B. Scribe` */
const initialled = /^(?:\p{Lu}\.[ -]?){1,3}\p{Lu}[\p{L}'\u2019-]{1,30}$/u;

/** `Edgar`, `BrianL`, `Ben McDonald`, `John T` */
const plainName =
  /^(?:(?:Mc|Mac|De|Van|O['\u2019])?\p{Lu}\p{Ll}+(?:['\u2019-]\p{Lu}\p{Ll}+)?\p{Lu}?)(?: (?:van|von|de|del|della|di|la))*(?: (?:(?:Mc|Mac|De|Van|O['\u2019])?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?|\p{Lu}\.?)){0,2}$/u;

/** `ritak`, `j.doe` */
const handle = /^\p{Ll}[\p{Ll}\d_.-]{1,29}$/u;

/** Words of names and handles that are subjects of a meeting about AI. */
const subjects = new Set(
  (
    "ai ml dl llm llms rag gpu gpus cpu cpus hpc htc nlp gnn fpga tpu api mcp hep af machine learning deep inference training " +
    "generative agentic agent agents assistant assistants model models copilot copilots chatbot chatbots neural network " +
    "networks gateway service services group tool tools tooling hardware software overview discussion panel research " +
    "science physics trigger reconstruction simulation storage workshop beta general policy session talk talks report act factory policy strategy"
  ).split(" "),
);

function isSubject(name: string): boolean {
  const words = name.toLowerCase().split(/[\s-]/);
  return words.some((word) => subjects.has(word)) || /^\p{Ll}+(?:ing|tion|tive|ence|ment|ics?)$/u.test(name);
}

/** `Bob Hale presented the plan` */
const report =
  /^(?:\p{Lu}[\p{L}.'\u2019-]{0,30}\s+){1,4}(?:\p{Ll}+ed|is|was|has|had|gave|said|did|saw|found|sent|went|wrote|made|took|spoke|began|ran)\b/u;

/** `RJ to ask`, `Bob asks`, `Carl - release it`, `@scribe ask`, `ask the sites (B. Scribe)` */
function beginsWithOwner(text: string, people: People): boolean {
  if (/(?:^|[\s(,])@[\w.-]{2}/.test(text)) return true;
  if (people.find(text) !== undefined || report.test(text)) return false;
  const { owners } = withoutOwners(text, [], people);
  if (owners.length > 0 && owners.every((name) => people.find(name) !== undefined || isEveryone(name)))
    return true;
  const before = (expression: RegExp, ownersIn: Naming["ownersIn"]): boolean => {
    const [, names, following = ""] = expression.exec(text) ?? [];
    const naming = { text: following, isMarked: false, ownersIn };
    return names !== undefined && areOwners(splitNames(names), naming, people);
  };
  return (
    (owners.length > 0 && before(/^([^:]{1,80}?)(?=\s(?:to|will|should)\s)(.*)$/u, "brackets")) ||
    before(/^([^:]{1,60}?)\s-{1,2}\s(.*)$/u, "names")
  );
}
