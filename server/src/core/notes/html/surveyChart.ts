/** The answers to a survey as a self-contained bar chart, for colour or greyscale. */
import { truncateToWidth } from "../../text/displayWidth";
import { element, escapeXml } from "../../text/xml";
import { responsesText, shareText } from "../arrange/notesText";
import type { Answer, Survey } from "../read/notes";

const answerHeight = 26;
const nameWidth = 230;
const barWidth = 260;
const width = nameWidth + barWidth + 110;
const maxNameLetters = 32;

export interface ChartOptions {
  readonly title: string;
  readonly style?: string;
}

/** @returns one `svg` element; undefined if no answer has a count */
export function surveyChart(survey: Survey, { title, style }: ChartOptions): string | undefined {
  const answers = survey.answers.filter(({ share }) => share !== undefined);
  if (answers.length === 0) return undefined;
  const height = answers.length * answerHeight + 4;
  const view = { role: "img", width, height, viewBox: `0 0 ${width} ${height}`, ...(style && { style }) };
  return element(
    "svg",
    { ...view, fill: "currentColor", "font-family": "sans-serif", "font-size": 13 },
    element("title", {}, escapeXml(title)),
    element("desc", {}, escapeXml(chartDescription(survey, answers))),
    ...answers.flatMap((answer, index) => barOf(answer, index * answerHeight + 4)),
  );
}

function barOf(answer: Answer, y: number): readonly string[] {
  const { count = 0, share = 0 } = answer;
  const foot = y + 14;
  const frame = { x: nameWidth, y, height: 18 };
  const length = Math.round(share * barWidth * 10) / 10;
  const name = truncateToWidth(answer.answer, maxNameLetters);
  return [
    element("text", { x: nameWidth - 8, y: foot, "text-anchor": "end" }, escapeXml(name)),
    element("rect", {
      ...frame,
      width: barWidth,
      fill: "none",
      stroke: "currentColor",
      "stroke-opacity": 0.3,
    }),
    ...(length > 0 ? [element("rect", { ...frame, width: length, fill: "#3b82f6" })] : []),
    element("text", { x: nameWidth + barWidth + 8, y: foot }, escapeXml(`${count} (${shareText(answer)})`)),
  ];
}

/** `31 responses. Kubernetes: 12 (39 %), N/A: 3 (10 %).` */
function chartDescription(survey: Survey, answers: readonly Answer[]): string {
  const responses = responsesText(survey);
  const answerTexts = answers.map((answer) => `${answer.answer}: ${answer.count} (${shareText(answer)})`);
  return `${responses === undefined ? "" : `${responses}. `}${answerTexts.join(", ")}.`;
}
