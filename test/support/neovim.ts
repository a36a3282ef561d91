/** A headless Neovim, driven by its keys as a person would, through a second one that talks to it. */
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { until } from "./editors";

export class Neovim {
  readonly #socket: string;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(socket: string, env: NodeJS.ProcessEnv) {
    this.#socket = socket;
    this.#env = env;
  }

  static async open(folder: string, file: string, env: NodeJS.ProcessEnv): Promise<Neovim> {
    const socket = join(folder, "socket");
    const args = ["--headless", "--clean", "-n", "-u", join(folder, "init.lua"), "--listen", socket, file];
    const child = spawn("nvim", args, { cwd: folder, env, stdio: "ignore" });
    onTestFinished(() => void child.kill());
    const editor = new Neovim(socket, env);
    await until(
      () => editor.#ask("1"),
      (answer) => answer === "1",
    );
    return editor;
  }

  /** Presses keys, in Vim's notation: `<C-x>`. */
  keys(keys: string): void {
    spawnSync("nvim", ["--server", this.#socket, "--remote-send", keys], { env: this.#env });
  }

  /** The value of a Lua expression. */
  lua<T>(expression: string): T {
    const asked = this.#ask(`luaeval('vim.json.encode(${expression.replaceAll("'", "''")})')`);
    return JSON.parse(asked || "null") as T;
  }

  /** The current line. */
  line(): string {
    return this.lua<string>("vim.api.nvim_get_current_line()");
  }

  #ask(expression: string): string {
    const { stdout, stderr } = spawnSync("nvim", ["--server", this.#socket, "--remote-expr", expression], {
      env: this.#env,
      encoding: "utf8",
    });
    return (stdout || stderr).trim();
  }
}
