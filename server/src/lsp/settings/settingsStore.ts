import { MessageType } from "vscode-languageserver";
import type { Client } from "../client/client";
import { defaultSettings, readSettings, type Settings } from "./settings";

/** The settings of the client. The user gets one message about invalid values. */
export class SettingsStore {
  readonly #client: Client;
  #options: unknown;
  #settings = defaultSettings;
  #problems = "";
  #reported = "";

  constructor(client: Client) {
    this.#client = client;
  }

  get current(): Settings {
    return this.#settings;
  }

  /** @param options the client's `initializationOptions`, used until the client sends settings */
  begin(options: unknown): void {
    this.#options = options;
    this.read(options);
  }

  /** @param section `wlcgNotes` of the client's settings, if it has one */
  read(section: unknown): void {
    const { settings, problems } = readSettings(section ?? this.#options, this.#settings);
    this.#settings = settings;
    this.#problems = problems.join(" ");
  }

  /** Shows the invalid settings, unless the last message was about the same ones. */
  reportProblems(): void {
    const problems = this.#problems;
    if (problems === this.#reported) return;
    this.#reported = problems;
    if (problems === "") return;
    const fallback = "The previous or default value stays in effect.";
    // a long notification may be truncated at its end
    const message = problems.length > 300 ? `${fallback} ${problems}` : `${problems} ${fallback}`;
    this.#client.showMessage(MessageType.Warning, message);
  }
}
