import { expect, it } from "vitest";
import { isRoutineTitle } from "../../../server/src/core/suggest/routineTitle";

it.each([
  "Coffee break",
  "COFFEE",
  "Coffee / tea break",
  "Lunch",
  "Lunch break (12:30-14:00)",
  "Welcome",
  "Welcome and introduction",
  "Introduction",
  "AOB",
  "Any other business",
  "Closing remarks",
  "Wrap-up",
  "Wrap-up and next meeting",
  "Group photo",
  "Social dinner",
  "A.O.B.",
  "Divers",
  "Questions diverses",
  "Verschiedenes",
  "Begrüßung",
  "Varie ed eventuali",
  "Ruegos y preguntas",
])("is a part of each meeting: %s", (title) => {
  expect(isRoutineTitle(title)).toBe(true);
});

it.each([
  "",
  "the",
  "Introduction to Kubernetes",
  "Rucio",
  "Welcome to the security workshop",
  "Breaking changes",
  "Session",
  "Begrüßung der neuen Knoten",
  "Questions",
  "Ouverture du cluster",
  `Lunch ${"and ".repeat(50)}`,
])("is about something: %j", (title) => {
  expect(isRoutineTitle(title)).toBe(false);
});
