import type { Client } from "./client";

interface ActiveRegistration {
  readonly id: string;
  /** whether the client accepted it; pending if it never answers */
  readonly isAccepted: Promise<boolean>;
}

/** A dynamically registered capability whose options may change. Never waits for the client. */
export class Registration {
  readonly #client: Client;
  readonly #method: string;
  readonly #idPrefix: string;
  #count = 0;
  #options: string | undefined;
  #registered: ActiveRegistration | undefined;

  /** @param name unique prefix of the ids of its registrations */
  constructor(client: Client, method: string, name: string) {
    this.#client = client;
    this.#method = method;
    this.#idPrefix = name;
  }

  /** Registers with these options instead of the previous ones; `undefined` unregisters. */
  replace(options: object | undefined): void {
    const key = options && JSON.stringify(options);
    if (key === this.#options) return;
    this.#options = key;
    const previous = this.#registered;
    this.#registered = options && this.#register(options);
    if (previous) void this.#unregister(previous);
  }

  #register(registerOptions: object): ActiveRegistration {
    const id = `wlcg-notes-${this.#idPrefix}-${++this.#count}`;
    const registrations = [{ id, method: this.#method, registerOptions }];
    const reply = this.#client.ask("client/registerCapability", { registrations });
    return { id, isAccepted: reply.then(({ isAnswered }) => isAnswered) };
  }

  async #unregister({ id, isAccepted }: ActiveRegistration): Promise<void> {
    if (!(await isAccepted)) return;
    // the spelling of the protocol
    const unregisterations = [{ id, method: this.#method }];
    await this.#client.ask("client/unregisterCapability", { unregisterations });
  }
}
