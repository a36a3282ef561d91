import type { Host } from "../../host/host";
import type { ClientSupport } from "../client/clientCapabilities";
import type { SettingsStore } from "../settings/settingsStore";
import type { DiagnosticsService } from "../workspace/diagnosticsService";
import type { Workspace } from "../workspace/workspace";

/** What the work with agendas and minutes uses of the server. */
export interface AgendaServices {
  readonly host: Host;
  readonly support: ClientSupport;
  readonly workspace: Workspace;
  readonly diagnosticsService: DiagnosticsService;
  readonly settings: SettingsStore;
}
