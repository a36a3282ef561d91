/** The preview's page: shows the notes, keeps the scroll position, and marks the item at the cursor. */
import { Idiomorph } from "idiomorph";
import type { FromPage, HeadingLines, PageState, ToPage } from "./messages";

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

const editor = acquireVsCodeApi();
const content = document.querySelector("main") as HTMLElement;
let places: readonly HeadingLines[] = [];
let line = -1;
let current: string | undefined;
/** scroll position to restore when the notes are shown first; undefined after that */
let restoredScroll = editor.getState()?.scroll;

window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.type === "show") showNotes(data);
  else if (data.type === "cursor") line = data.line;
  markCurrentItem();
  if (data.type === "show") restoreScroll(data);
});

window.addEventListener("scrollend", () => {
  const state = editor.getState();
  if (state) editor.setState({ ...state, scroll: window.scrollY });
});

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-by]"))
  button.addEventListener("click", () =>
    editor.postMessage({ type: "arrange", by: button.dataset.by ?? "theme" }),
  );

content.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element) || target.closest("a")) return;
  const id = target.closest("h3, h4")?.id;
  const place = places.find((candidate) => candidate.id === id);
  if (place) editor.postMessage({ type: "goTo", line: place.line });
});

editor.postMessage({ type: "ready" });

type ShowCommand = Extract<ToPage, { type: "show" }>;

/** Restores the scroll position the first time, and saves the state of the page. */
function restoreScroll({ uri, by }: ShowCommand): void {
  if (restoredScroll !== undefined) window.scrollTo(0, restoredScroll);
  restoredScroll = undefined;
  editor.setState({ uri, by, scroll: window.scrollY });
}

/** Updates only the elements that differ, so that nothing flickers and the scroll position stays. */
function showNotes({ html, places: newPlaces, by }: ShowCommand): void {
  places = newPlaces;
  const before = currentHeadingTop();
  Idiomorph.morph(content, parsed(html), { morphStyle: "innerHTML", ignoreActiveValue: true });
  const after = currentHeadingTop();
  if (before !== undefined && after !== undefined && isVisible(before)) window.scrollBy(0, after - before);
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-by]"))
    button.setAttribute("aria-pressed", String(button.dataset.by === by));
}

/** The notes as elements, without `meta` elements: these could redirect the page, which no policy forbids. */
function parsed(html: string): ChildNode[] {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const meta of template.content.querySelectorAll("meta")) meta.remove();
  return [...template.content.childNodes];
}

/** The distance of the current item's heading from the top of the window, in pixels. */
function currentHeadingTop(): number | undefined {
  return current === undefined ? undefined : document.getElementById(current)?.getBoundingClientRect().top;
}

function isVisible(top: number): boolean {
  return 0 <= top && top < window.innerHeight;
}

/** Marks the item at the cursor, and scrolls to it when the cursor enters another item. */
function markCurrentItem(): void {
  const currentPlaces = places.filter((place) => place.line <= line && line <= place.endLine);
  const ids = new Set(currentPlaces.map(({ id }) => id));
  for (const heading of content.querySelectorAll("h3, h4")) {
    if (ids.has(heading.id)) heading.setAttribute("aria-current", "true");
    else heading.removeAttribute("aria-current");
  }
  const [first] = currentPlaces;
  if (first?.id === current) return;
  current = first?.id;
  if (current !== undefined) scrollToHeading(document.getElementById(current));
}

/** Scrolls to a heading that is not visible, or is near the bottom of the window. */
function scrollToHeading(heading: HTMLElement | null): void {
  const { top } = heading?.getBoundingClientRect() ?? { top: 0 };
  if (top < 40 || top > window.innerHeight * 0.7) heading?.scrollIntoView({ block: "start" });
}
