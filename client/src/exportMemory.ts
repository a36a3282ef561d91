/** The last exports, by the addresses of their meeting files: plain values, as VS Code stores them. */

export interface ExportChoice {
  /** id of the format; that of templates if there is a template */
  readonly to: string;
  /** address of the template */
  readonly template?: string;
  /** the arrangement */
  readonly by: string;
  /** address of the written file */
  readonly target: string;
}

/** Choices by the address of the meeting file, the newest last. */
export type ExportMemory = Readonly<Record<string, ExportChoice>>;

export interface RememberedExport extends ExportChoice {
  /** false if another file of the folder was exported so, and `target` is derived from it */
  readonly isOwn: boolean;
}

const maxChoices = 200;

/** @returns the last export of the file; else that of its folder, with a target of its own name in the same place */
export function rememberedExport(memory: ExportMemory, file: string): RememberedExport | undefined {
  const own = memory[file];
  if (own) return { ...own, isOwn: true };
  const last = Object.entries(memory).findLast(([other]) => folderOf(other) === folderOf(file));
  if (!last) return undefined;
  const [, choice] = last;
  const extension = /\.[^./]*$/.exec(choice.target)?.[0] ?? "";
  return { ...choice, target: `${folderOf(choice.target)}${stemOf(file)}${extension}`, isOwn: false };
}

/** Adds a choice as the newest one; the oldest are forgotten. */
export function withExport(memory: ExportMemory, file: string, choice: ExportChoice): ExportMemory {
  const others = Object.entries(memory).filter(([other]) => other !== file);
  return Object.fromEntries([...others, [file, choice] as const].slice(-maxChoices));
}

/** The address up to its last slash. */
function folderOf(address: string): string {
  return address.slice(0, address.lastIndexOf("/") + 1);
}

/** `gdb` for `gdb.contributions.yaml` */
function stemOf(address: string): string {
  return address.slice(address.lastIndexOf("/") + 1).replace(/(\.contributions)?\.ya?ml$/, "");
}
