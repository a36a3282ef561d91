/** The forms of a name that people write in notes: `Jörg Müller`, `J. Müller`, `JM`, `Mueller`, `jmueller`. */
import { plainLetters } from "../text/typedText";

/** UTF-16 units of a name. */
const maxNameLength = 100;

/** @returns each form in the form of `normalisedName` */
export function formsOf(full: string): ReadonlySet<string> {
  const forms = spellings(full).flatMap((spelling) => spellingForms(spelling));
  return new Set(forms.map(normalisedName).filter((form) => form.length > 1));
}

/** `Müller` and `Mueller`; a name with a comma, `García Márquez, Gabriel`, in both orders */
function spellings(full: string): readonly string[] {
  const orders = [full, ...swapped(full)];
  return [
    ...new Set(
      orders.flatMap((name) => [name, inPlainLetters(name, letterPairs), inPlainLetters(name, letters)]),
    ),
  ];
}

/** The other order of a name with one comma, unless it can only be two persons. */
function swapped(full: string): readonly string[] {
  const [last = "", first, ...others] = full.split(",").map((part) => part.trim());
  if (first === undefined || first === "" || others.length > 0 || first.split(" ").length > 2) return [];
  const surnames = last.split(" ");
  return [`${first} ${last}`, ...(surnames.length > 1 ? [`${first} ${surnames[0] ?? ""}`] : [])];
}

/** Letters as German and the Nordic languages write them without their own: `ue`, `oe`, `aa`. */
const letterPairs: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  ø: "oe",
  å: "aa",
  æ: "ae",
};

/** Letters that are no letter with an accent, as their nearest one: `Boe` for `Bøe` */
const letters: Readonly<Record<string, string>> = { ß: "ss", ø: "o", æ: "ae", ł: "l", đ: "d" };

function inPlainLetters(name: string, pairs: Readonly<Record<string, string>>): string {
  return name.normalize("NFC").replaceAll(/[äöüßøåæłđ]/gi, (letter) => {
    const pair = pairs[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? pair : pair.charAt(0).toUpperCase() + pair.slice(1);
  });
}

function spellingForms(name: string): readonly string[] {
  const words = wordsOf(name);
  const first = words[0] ?? "";
  const last = words.slice(1).join(" ");
  if (last === "") return [name, words.join(" "), ...(first.length > 1 ? [first] : [])];
  const surname = words.at(-1) ?? "";
  return [
    name,
    words.join(" "),
    last,
    `${first.charAt(0)} ${last}`,
    first.charAt(0) + last.replaceAll(" ", ""),
    initialsOf(words),
    words.join(""),
    `${first} ${last.charAt(0)}`,
    ...(first.includes("-") ? doubleInitials(first).map((initials) => `${initials} ${last}`) : []),
    ...(first.length > 1 ? [first] : []),
    ...(words.length > 2 ? [surname, `${first} ${surname}`, `${first.charAt(0)} ${surname}`] : []),
  ];
}

/** `A.-M.`, `A-M` and `A. M.` of `Anne-Marie` */
function doubleInitials(first: string): readonly string[] {
  const letters = first.split("-").map((part) => part.charAt(0));
  return [`${letters.join(".-")}.`, letters.join("-"), letters.join(" ")];
}

/** Other initials: `RD` for `Robert J. Dane`, `JLP` for `Jean-Luc Petit`, `AO'N` for `Alison O'Neill`, `RMcD` for `Ron McDonald`. */
export function otherInitials(full: string): readonly string[] {
  const forms = [full, ...swapped(full)].flatMap((name): readonly string[] => {
    const words = wordsOf(name);
    const withPrefixes = words.map((word) => /^(?:\p{L}['\u2019]|Ma?c)(?=\p{Lu})/u.exec(word)?.[0] ?? "");
    const long = words.filter((word, at) => at === 0 || word.length > 1);
    const hasPrefix = withPrefixes.some((prefix) => prefix !== "");
    const prefixed = words.map((word, at) => {
      const prefix = withPrefixes[at] ?? "";
      return prefix + word.charAt(prefix.length);
    });
    return [
      initialsOf(long),
      initialsOf(words.flatMap((word) => word.split("-"))),
      ...(words.length > 2 ? [initialsOf(words.filter((word) => /^\p{Lu}/u.test(word)))] : []),
      ...(hasPrefix ? [prefixed.join(""), prefixed.join("").replaceAll(/['\u2019]/g, "")] : []),
    ];
  });
  return [...new Set(forms.map(normalisedName))].filter((form) => form.length > 1);
}

function wordsOf(name: string): readonly string[] {
  return name.split(/[\s.]+/).filter((word) => word !== "");
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.charAt(0)).join("");
}

/** Lower case without accents, dots and the mark of a handle. */
export function normalisedName(text: string): string {
  return plainLetters(text.slice(0, maxNameLength))
    .replace(/^@/, "")
    .replaceAll("\u2019", "'")
    .replaceAll(/[.\s_]+/g, " ")
    .trim();
}
