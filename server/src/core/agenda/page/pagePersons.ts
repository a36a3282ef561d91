/** Persons in a page of Indico. */
import type { Person } from "../../document/persons";
import { findAll, findFirst, hasClass, type PageElement, textOf } from "./pageTree";

/** The persons of a list of speakers, chairs or conveners: each one a name and its affiliation in brackets. */
export function personsIn(list: PageElement | undefined): readonly Person[] {
  if (!list) return [];
  const groups = findAll(list, isPerson);
  return groups.flatMap((group) => personOf(group));
}

/** A person is the element with the affiliation, or a text beside the label and the commas. */
function isPerson(element: PageElement): boolean {
  if (element.name !== "span" || element.classes.has("label") || element.classes.has("speaker-title"))
    return false;
  const children = element.children.filter((child) => typeof child !== "string");
  const isGroup = children.some(
    (child) =>
      child.classes.has("affiliation") || child.classes.has("author") || child.classes.has("speaker-title"),
  );
  return isGroup
    ? !children.some((child) => child.classes.has("author"))
    : children.length === 1 &&
        textOf(element) !== "" &&
        children[0]?.name === "span" &&
        children[0].children.every((child) => typeof child === "string");
}

function personOf(group: PageElement): readonly Person[] {
  const affiliation = textOf(findFirst(group, hasClass("affiliation")))
    .replace(/^\(\s?/, "")
    .replace(/\s?\)$/, "");
  const isName = ({ name, classes }: PageElement): boolean =>
    name === "span" && !classes.has("affiliation") && !classes.has("speaker-title");
  const name = textOf(findFirst(group, isName) ?? group);
  return name === "" ? [] : [{ name, ...(affiliation !== "" && { affiliation }) }];
}
