import { Uri, workspace } from "vscode";
import type { DiagnosticProviderMiddleware } from "vscode-languageclient/node";

type Provide = NonNullable<DiagnosticProviderMiddleware["provideDiagnostics"]>;
type Report = Exclude<Awaited<ReturnType<Provide>>, null | undefined>;

/** Leaves files without diagnostics that cannot be edited, such as the older version in a comparison. */
export function withoutReadOnlyFiles(provide: Provide): Provide {
  return (document, ...others) => {
    const { scheme } = document instanceof Uri ? document : document.uri;
    const none = { kind: "full", items: [] } as unknown as Report;
    return isEditable(scheme) ? provide(document, ...others) : none;
  };
}

function isEditable(scheme: string): boolean {
  return scheme === "file" || scheme === "untitled" || workspace.fs.isWritableFileSystem(scheme) === true;
}
