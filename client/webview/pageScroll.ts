/** The scroll position of the page, and which changes of it are the user's. */
import type { HeadingLines } from "./messages";
import type { Anchor } from "./scrollPositions";

/** The headings of the meeting, of days and sections, and of items: those of items in a session are `h4`. */
export const headingTags = "h1, h2, h3, h4";

/** Pixels between a position that the page set and the one that the browser reports. */
const tolerance = 2;

export class PageScroll {
  /** the last position that the page itself set */
  #ownPosition = 0;

  constructor(onUserScroll: () => void) {
    window.addEventListener("scroll", () => {
      if (Math.abs(window.scrollY - this.#ownPosition) <= tolerance) return;
      this.#ownPosition = Number.NaN;
      onUserScroll();
    });
    window.addEventListener("resize", () => this.settle());
  }

  /** Scrolls so that a position of the page is at the upper edge of the visible text. */
  to(position: number): void {
    window.scrollTo(0, position - coveredHeight());
    this.settle();
  }

  /** Called after the page has moved for another reason than the user's scrolling. */
  settle(): void {
    this.#ownPosition = window.scrollY;
  }
}

/** The upper edge of the visible text, in pixels from the top of the page. */
export function visibleTop(): number {
  return window.scrollY + coveredHeight();
}

/** The height of the buttons that stay above the text, with a margin. */
function coveredHeight(): number {
  return (document.querySelector("nav")?.offsetHeight ?? 0) + 8;
}

/** Measures the headings that have lines in the file, from the top of the page to its end. */
export function anchorsOf(content: HTMLElement, places: readonly HeadingLines[]): readonly Anchor[] {
  const placeById = new Map(places.map((place) => [place.id, place]));
  const headings = [...content.querySelectorAll(headingTags)];
  const tops = headings.map((heading) => heading.getBoundingClientRect().top + window.scrollY);
  return headings.flatMap(({ id }, at) => {
    const place = placeById.get(id);
    const bottom = tops[at + 1] ?? document.documentElement.scrollHeight;
    return place ? [{ line: place.line, endLine: place.endLine, top: tops[at] ?? 0, bottom }] : [];
  });
}
