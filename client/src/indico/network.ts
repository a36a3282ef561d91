import { workspace } from "vscode";
import type { Network } from "./protocol";

/** VS Code's own settings of the network, which a folder cannot change. */
export function networkSettings(): Network {
  const settings = workspace.getConfiguration("http");
  const proxy = settings.get<string>("proxy");
  const noProxy = settings.get<readonly string[]>("noProxy") ?? [];
  return {
    ...(proxy && { proxy }),
    strictSsl: settings.get<boolean>("proxyStrictSSL") ?? true,
    ...(noProxy.length > 0 && { noProxy }),
  };
}
