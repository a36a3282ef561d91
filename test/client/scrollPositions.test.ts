import { describe, expect, it } from "vitest";
import {
  type Anchor,
  itemLineAt,
  lineAtPosition,
  positionOfLine,
} from "../../client/webview/scrollPositions";

const anchors: readonly Anchor[] = [
  { line: 0, endLine: 4, top: 50, bottom: 150 },
  { line: 5, endLine: 9, top: 200, bottom: 300 },
  { line: 20, endLine: 20, top: 300, bottom: 300 },
  { line: 5, endLine: 9, top: 900, bottom: 1000 },
];

describe("the line at a position of the page", () => {
  it.each([
    [49, undefined],
    [50, 0],
    [90, 2],
    [180, 4],
    [200, 5],
    [259, 7],
    [300, 20],
    [5000, 9],
  ])("%i is %s", (position, line) => expect(lineAtPosition(anchors, position)).toBe(line));

  it("is that of the item, for its heading and all that is below it", () => {
    expect([40, 60, 280, 310].map((position) => itemLineAt(anchors, position))).toEqual([
      undefined,
      0,
      5,
      20,
    ]);
  });
});

describe("the position of a line in the page", () => {
  it("is in proportion to the lines of the item", () => {
    expect([0, 2, 4].map((line) => positionOfLine(anchors, line, 0))).toEqual([50, 90, 130]);
    expect(positionOfLine([], 3, 0)).toBeUndefined();
  });

  it("is the end of the item above for a line between two items", () => {
    expect(positionOfLine(anchors, 15, 0)).toBe(300);
    expect(positionOfLine(anchors, 99, 0)).toBe(300);
  });

  it("is the closest one of an item that is shown several times", () => {
    expect(positionOfLine(anchors, 5, 100)).toBe(200);
    expect(positionOfLine(anchors, 5, 800)).toBe(900);
  });
});
