const routineWords = new Set([
  ...["aob", "adjourn", "adjourned", "adjournment", "any other business", "break", "close", "closing"],
  ...["coffee", "coffeebreak", "dinner", "farewell", "goodbye", "group photo", "intro", "introduction"],
  ...["introductions", "lunch", "next meeting", "opening", "reception", "registration", "tea"],
  ...["welcome", "wrap up", "wrapup", "a o b", "any other topics", "other business", "any questions"],
  ...["divers", "questions diverses", "points divers", "bienvenue", "accueil", "ouverture", "clôture"],
  ...["pause", "déjeuner", "verschiedenes", "sonstiges", "begrüßung", "begrüssung", "willkommen"],
  ...[
    "einführung",
    "kaffeepause",
    "mittagspause",
    "schluss",
    "verabschiedung",
    "varie",
    "varie ed eventuali",
  ],
  ...["eventuali e varie", "benvenuto", "saluti", "chiusura", "apertura", "pausa", "pranzo", "introduzione"],
  ...["ruegos y preguntas", "bienvenida", "clausura", "varios", "asuntos varios", "introducción"],
]);

const fillerWords = new Set([
  ...["a", "address", "afternoon", "and", "as", "by", "chairs", "day", "end", "evening", "first", "for"],
  ...["from", "meeting", "morning", "of", "participants", "remarks", "second", "session", "social", "speech"],
  ...["the", "time", "to", "word", "words", "workshop", "all", "new", "with", "hosts", "organisers"],
  ...["et", "und", "e", "ed", "y", "de", "du", "der", "des", "la", "le", "café", "caffè"],
]);

/** Maximum UTF-16 units of the title of a break or a welcome. */
const maxLength = 80;

/** True for the title of a part of each meeting that is about no theme: `Coffee break`, `Welcome`, `AOB`. */
export function isRoutineTitle(title: string): boolean {
  if (title.length > maxLength) return false;
  const words =
    title
      .normalize("NFC")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  let hasRoutineWord = false;
  for (let at = 0; at < words.length; ) {
    const count = [3, 2, 1].find((length) => routineWords.has(words.slice(at, at + length).join(" ")));
    hasRoutineWord ||= count !== undefined;
    if (count === undefined && !fillerWords.has(words[at] ?? "")) return false;
    at += count ?? 1;
  }
  return hasRoutineWord;
}
