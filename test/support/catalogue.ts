/** The text of a small valid catalogue. */
export const smallCatalogue = `name: Rooms
themes:
  - id: cooling
    title: Cooling
    summary: Cold air.
    topics:
      - {id: water, title: Water, summary: Cold water.}
systems: []
communities: []
`;
