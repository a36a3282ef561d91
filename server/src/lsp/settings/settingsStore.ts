import { type Connection, MessageType } from "vscode-languageserver";
import { showMessage } from "../client/clientMessages";
import { defaultSettings, readSettings, type Settings } from "./settings";

/** Keeps the settings as the client tells them. Of what makes no sense the user is told once. */
export class SettingsKeeper {
  readonly #connection: Connection;
  #options: unknown;
  #settings = defaultSettings;
  #faults = "";
  #told = "";

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get current(): Settings {
    return this.#settings;
  }

  /** @param options the client's `initializationOptions`: in use as long as it tells nothing else */
  begin(options: unknown): void {
    this.#options = options;
    this.read(options);
  }

  /** @param section `wlcgNotes` of the client's settings, where it has one */
  read(section: unknown): void {
    const { settings, faults } = readSettings(section ?? this.#options, this.#settings);
    this.#settings = settings;
    this.#faults = faults.join(" ");
  }

  /** Names the settings that make no sense, where that was not done yet. */
  async tell(): Promise<void> {
    const faults = this.#faults;
    if (faults === this.#told) return;
    this.#told = faults;
    if (faults === "") return;
    const advice = "Until this is mended, what was in use before stays in use.";
    // the advice first, where a notification would be cut before it
    const words = faults.length > 300 ? `${advice} ${faults}` : `${faults} ${advice}`;
    await showMessage(this.#connection, MessageType.Warning, words);
  }
}
