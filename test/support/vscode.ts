/** As much of the editor's API as the preview's page is made with. */
export const Uri = {
  joinPath: (base: string, ...parts: readonly string[]): string => [base, ...parts].join("/"),
};
