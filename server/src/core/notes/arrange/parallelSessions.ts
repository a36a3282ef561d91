import type { Section } from "./sections";

/** Marks sessions that follow each other on one day and run at the same time. */
export function withParallel(sections: readonly Section[]): readonly Section[] {
  const groups = groupsOf(sections);
  let count = 0;
  return groups.flatMap((group) => {
    if (group.length < 2) return group;
    count++;
    return group.map((section) => ({ ...section, parallel: count }));
  });
}

function groupsOf(sections: readonly Section[]): readonly (readonly Section[])[] {
  const groups: Section[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const section of sections) {
    const [start, last] = [section.session?.start, groups.at(-1)?.at(-1)];
    const isParallel =
      start !== undefined && start < end && last?.day === section.day && last?.title !== section.title;
    if (isParallel) groups.at(-1)?.push(section);
    else groups.push([section]);
    const sectionEnd = section.session?.end ?? Number.NEGATIVE_INFINITY;
    end = isParallel ? Math.max(end, sectionEnd) : sectionEnd;
  }
  return groups;
}
