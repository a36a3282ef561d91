import type { Client } from "./client";

interface Registered {
  readonly id: string;
  /** whether the client took it; pending where it never answers */
  readonly isTaken: Promise<boolean>;
}

/** One capability that is registered while the server runs, with options that may change. No code waits for the client. */
export class Registration {
  readonly #client: Client;
  readonly #method: string;
  readonly #name: string;
  #count = 0;
  #options: string | undefined;
  #current: Registered | undefined;

  /** @param name begins the ids of its registrations; no other registration has it */
  constructor(client: Client, method: string, name: string) {
    this.#client = client;
    this.#method = method;
    this.#name = name;
  }

  /** Registers with these options instead of the previous ones; `undefined` ends the registration. */
  replace(options: object | undefined): void {
    const key = options && JSON.stringify(options);
    if (key === this.#options) return;
    this.#options = key;
    const before = this.#current;
    this.#current = options && this.#register(options);
    if (before) void this.#unregister(before);
  }

  #register(registerOptions: object): Registered {
    const id = `wlcg-notes-${this.#name}-${++this.#count}`;
    const registrations = [{ id, method: this.#method, registerOptions }];
    const asked = this.#client.ask("client/registerCapability", { registrations });
    return { id, isTaken: asked.then(({ isAnswered }) => isAnswered) };
  }

  async #unregister({ id, isTaken }: Registered): Promise<void> {
    if (!(await isTaken)) return;
    // the protocol spells it so
    const unregisterations = [{ id, method: this.#method }];
    await this.#client.ask("client/unregisterCapability", { unregisterations });
  }
}
