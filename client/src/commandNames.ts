/** The commands of package.json, without `wlcgNotes.` before them. */
export const commandNames = [
  "newMeeting",
  "restartServer",
  "tagAll",
  "collect",
  "moveItemUp",
  "moveItemDown",
  "preview",
  "previewHere",
  "showSource",
  "refreshPreview",
  "lockPreview",
  "unlockPreview",
  "export",
  "exportAgain",
  "copy",
  "showOutput",
  "importAgenda",
  "updateAgenda",
  "compareAgenda",
  "forgetAgenda",
  "publishNotes",
  "forgetTokens",
] as const;

export type CommandName = (typeof commandNames)[number];
