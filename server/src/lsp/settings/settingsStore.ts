import { MessageType } from "vscode-languageserver";
import type { Client } from "../client/client";
import { defaultSettings, readSettings, type Settings } from "./settings";

/** The settings of the client. The user gets one message about invalid values. */
export class SettingsStore {
  readonly #client: Client;
  #options: unknown;
  #settings = defaultSettings;
  #faults = "";
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
    const { settings, problems: faults } = readSettings(section ?? this.#options, this.#settings);
    this.#settings = settings;
    this.#faults = faults.join(" ");
  }

  /** Shows the invalid settings, unless the last message was about the same ones. */
  reportProblems(): void {
    const faults = this.#faults;
    if (faults === this.#reported) return;
    this.#reported = faults;
    if (faults === "") return;
    const advice = "Until this is mended, what was in use before stays in use.";
    // the advice first, if a notification would be cut before it
    const words = faults.length > 300 ? `${advice} ${faults}` : `${faults} ${advice}`;
    this.#client.showMessage(MessageType.Warning, words);
  }
}
