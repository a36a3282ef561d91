import { randomBytes } from "node:crypto";
import { Uri, type Webview } from "vscode";

const arrangements = { theme: "By theme", agenda: "By agenda", community: "By community" } as const;

/** The HTML page around the notes. It may load only its own script and style sheet. */
export function pageHtml(webview: Webview, extension: Uri): string {
  const nonce = randomBytes(16).toString("base64");
  const asset = (name: string): string => String(webview.asWebviewUri(Uri.joinPath(extension, "dist", name)));
  const buttons = Object.entries(arrangements).map(
    ([by, title]) => `<button type="button" data-by="${by}" aria-pressed="false">${title}</button>`,
  );
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Notes</title>
<link rel="stylesheet" nonce="${nonce}" href="${asset("preview.css")}">
</head>
<body>
<nav aria-label="Grouping">${buttons.join("")}</nav>
<main></main>
<script nonce="${nonce}" src="${asset("preview.js")}"></script>
</body>
</html>
`;
}
