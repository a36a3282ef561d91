/** The preview's page: shows what it is sent, keeps its place, and marks the item the cursor is in. */
import { Idiomorph } from "idiomorph";
import type { FromPage, Place, ToPage } from "./messages";

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  /** what the page comes back with after a reload of the window */
  setState(state: { readonly uri: string }): void;
};

const editor = acquireVsCodeApi();
const content = document.querySelector("main") as HTMLElement;
let places: readonly Place[] = [];
let line = -1;
let current: string | undefined;

window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.type === "show") show(data);
  else if (data.type === "cursor") line = data.line;
  mark();
});

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-by]"))
  button.addEventListener("click", () =>
    editor.postMessage({ type: "arrange", by: button.dataset.by ?? "theme" }),
  );

content.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element) || target.closest("a")) return;
  const id = target.closest("h3")?.id;
  const place = places.find((candidate) => candidate.id === id);
  if (place) editor.postMessage({ type: "goTo", line: place.line });
});

editor.postMessage({ type: "ready" });

/** Changes what differs and leaves the rest of the page, so that nothing flickers and the place is kept. */
function show({ uri, html, places: known, by }: Extract<ToPage, { type: "show" }>): void {
  editor.setState({ uri });
  places = known;
  Idiomorph.morph(content, parsed(html), { morphStyle: "innerHTML", ignoreActiveValue: true });
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-by]"))
    button.setAttribute("aria-pressed", String(button.dataset.by === by));
}

/** The notes as elements. What would send the page elsewhere is left out, since no policy forbids it. */
function parsed(html: string): ChildNode[] {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const meta of template.content.querySelectorAll("meta")) meta.remove();
  return [...template.content.childNodes];
}

/** Marks the item that the cursor is in; brings it into view when the cursor enters another. */
function mark(): void {
  const inside = places.filter((place) => place.line <= line && line <= place.endLine);
  const ids = new Set(inside.map(({ id }) => id));
  for (const heading of content.querySelectorAll("h3")) {
    if (ids.has(heading.id)) heading.setAttribute("aria-current", "true");
    else heading.removeAttribute("aria-current");
  }
  const [first] = inside;
  if (first?.id === current) return;
  current = first?.id;
  if (current !== undefined) bringIntoView(document.getElementById(current));
}

/** Only where it is out of sight, or has no room for what stands below it. */
function bringIntoView(heading: HTMLElement | null): void {
  const { top } = heading?.getBoundingClientRect() ?? { top: 0 };
  if (top < 40 || top > window.innerHeight * 0.7) heading?.scrollIntoView({ block: "start" });
}
