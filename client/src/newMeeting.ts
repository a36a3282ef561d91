import { SnippetString, window, workspace } from "vscode";

/** Opens an untitled file with the template of a meeting, and the cursor in its title. */
export async function newMeeting(): Promise<void> {
  const document = await workspace.openTextDocument({ language: "wlcg-contributions", content: "" });
  const editor = await window.showTextDocument(document);
  const lines = [
    "meeting:",
    "  title: ${1:Kubernetes meeting}",
    "  date: ${2:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}",
    "  chairs: [$3]",
    "  timezone: ${4:Europe/Zurich}",
    "contributions:",
    "  - title: ${5:Welcome}",
    "    themes: ${6:none}",
    "  $0",
  ];
  await editor.insertSnippet(new SnippetString(lines.join("\n")));
}
