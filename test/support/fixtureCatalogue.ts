/** A catalogue of four themes for tests that are not about the built-in one, so that it can change without them. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Knowledge } from "../../server/src/core/analysis/knowledge";
import { MeetingDocument } from "../../server/src/core/analysis/meetingDocument";
import type { Catalogue } from "../../server/src/core/catalogue/catalogue";
import { createKnowledge } from "../../server/src/host/builtInKnowledge";

const file = new URL("../data/four-themes.catalogue.yaml", import.meta.url);

/** Themes: security, storage-integration, image-distribution and cncf-landscape. */
export const fixtureCatalogue: Catalogue = parse(readFileSync(file, "utf8"));

/** The catalogue on a day that never changes. */
export const fixtureKnowledge: Knowledge = createKnowledge(fixtureCatalogue, "2026-01-15");

/** A meeting read with the fixture catalogue. */
export function readFixture(text: string): MeetingDocument {
  return MeetingDocument.read(text, fixtureKnowledge);
}
