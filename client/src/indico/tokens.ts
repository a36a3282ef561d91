import type { Memento, SecretStorage } from "vscode";

const hostsKey = "wlcgNotes.indicoHosts";

/** Tokens of Indico by their host, in the secret storage of VS Code. Another storage has only the names of the hosts. */
export class Tokens {
  readonly #secrets: Pick<SecretStorage, "get" | "store" | "delete">;
  readonly #state: Pick<Memento, "get" | "update">;

  constructor(
    secrets: Pick<SecretStorage, "get" | "store" | "delete">,
    state: Pick<Memento, "get" | "update">,
  ) {
    this.#secrets = secrets;
    this.#state = state;
  }

  async of(host: string): Promise<string | undefined> {
    return this.#secrets.get(keyOf(host));
  }

  async store(host: string, token: string): Promise<void> {
    // first the name: a token whose host is unknown could not be forgotten
    await this.#state.update(hostsKey, [...new Set([...this.#hosts(), host])]);
    await this.#secrets.store(keyOf(host), token);
  }

  /** @returns the hosts whose tokens were deleted */
  async forgetAll(): Promise<readonly string[]> {
    const hosts = this.#hosts();
    for (const host of hosts) await this.#secrets.delete(keyOf(host));
    await this.#state.update(hostsKey, undefined);
    return hosts;
  }

  #hosts(): readonly string[] {
    return this.#state.get<readonly string[]>(hostsKey) ?? [];
  }
}

function keyOf(host: string): string {
  return `wlcgNotes.indicoToken:${host}`;
}
