/** The preview's page: shows the notes, follows the editor, and leads back to the lines of the file. */
import { Idiomorph } from "idiomorph";
import type { FromPage, HeadingLines, PageState, ToPage } from "./messages";
import { anchorsOf, headingTags, PageScroll, visibleTop } from "./pageScroll";
import { itemLineAt, lineAtPosition, positionOfLine } from "./scrollPositions";

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

const editor = acquireVsCodeApi();
const content = document.querySelector("main") as HTMLElement;
const scroll = new PageScroll(reportScroll);
let places: readonly HeadingLines[] = [];
let uri = editor.getState()?.uri;
let line = -1;
let current: string | undefined;
/** scroll position to restore when the notes are shown first; undefined after that */
let restoredScroll = editor.getState()?.scroll;
/** width of the text in characters, the last one that was sent */
let sentWidth = textWidth();

window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.type === "show") showNotes(data);
  else if (data.type === "cursor") moveCursor(data.line);
  else if (data.type === "scroll") followEditor(data.line);
});

window.addEventListener("scrollend", () => {
  const state = editor.getState();
  if (state) editor.setState({ ...state, scroll: window.scrollY });
});

window.addEventListener("resize", () => {
  const width = textWidth();
  if (width === sentWidth) return;
  sentWidth = width;
  editor.postMessage({ type: "resize", width });
});

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-by]"))
  button.addEventListener("click", () =>
    editor.postMessage({ type: "arrange", by: button.dataset.by ?? "theme" }),
  );

content.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element) || target.closest("a")) return;
  const cell = target.closest<HTMLElement>("[data-line]");
  const id = target.closest("h3, h4")?.id;
  const place = places.find((candidate) => candidate.id === id);
  if (cell) goTo(Number(cell.dataset.line));
  else if (place) goTo(place.line);
});

content.addEventListener("dblclick", ({ target, pageY }) => {
  if (target instanceof Element && !target.closest("a, button")) goTo(itemLineAt(anchors(), pageY));
});

editor.postMessage({ type: "ready", width: sentWidth });

type ShowCommand = Extract<ToPage, { type: "show" }>;

/** Shows the notes; those of another file from their beginning. */
function showNotes(shown: ShowCommand): void {
  if (uri !== undefined && shown.uri !== uri) {
    [current, line, restoredScroll] = [undefined, -1, 0];
  }
  uri = shown.uri;
  updateContent(shown);
  markCurrentItem();
  if (restoredScroll !== undefined) window.scrollTo(0, restoredScroll);
  restoredScroll = undefined;
  scroll.settle();
  editor.setState({ uri, by: shown.by, isLocked: shown.isLocked, scroll: window.scrollY });
}

/** Updates only the elements that differ, so that nothing flickers and the scroll position stays. */
function updateContent({ html, places: newPlaces, by }: ShowCommand): void {
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

function moveCursor(newLine: number): void {
  line = newLine;
  markCurrentItem();
  scroll.settle();
}

/** Marks the item at the cursor, and scrolls to it when the cursor enters another item. */
function markCurrentItem(): void {
  const currentPlaces = places.filter((place) => place.line <= line && line <= place.endLine);
  const ids = new Set(currentPlaces.map(({ id }) => id));
  for (const heading of content.querySelectorAll(headingTags)) {
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

/** @param first visible line of the editor, 0-based */
function followEditor(first: number): void {
  const position = first === 0 ? 0 : positionOfLine(anchors(), first, visibleTop());
  if (position !== undefined) scroll.to(position);
}

function reportScroll(): void {
  const first = window.scrollY === 0 ? 0 : lineAtPosition(anchors(), visibleTop());
  if (first !== undefined) editor.postMessage({ type: "scroll", line: first });
}

function anchors() {
  return anchorsOf(content, places);
}

function goTo(first: number | undefined): void {
  if (first !== undefined) editor.postMessage({ type: "goTo", line: first });
}

/** The width of the text in characters of the text size: about two characters of it for each letter's height. */
function textWidth(): number {
  const size = Number.parseFloat(getComputedStyle(document.body).fontSize) || 14;
  return Math.floor((content.clientWidth * 2) / size);
}
