/** Sanitises HTML with `bleach`, the library that Indico uses, and with Indico's lists. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("indicoSanitiser.py", import.meta.url));

/** The Python that has `bleach`: that of the system's packages, or the first one in the path; undefined if none has it. */
export function pythonWithBleach(): string | undefined {
  return ["/usr/bin/python3", "python3"].find(
    (python) => spawnSync(python, ["-c", "import bleach"]).status === 0,
  );
}

/** @returns each text as Indico shows it */
export function sanitised(python: string, texts: readonly string[]): readonly string[] {
  const { status, stdout, stderr } = spawnSync(python, [script], {
    input: JSON.stringify(texts),
    maxBuffer: 1 << 28,
    env: { ...process.env, PYTHONIOENCODING: "utf-8" },
  });
  if (status !== 0) throw new Error(String(stderr));
  return JSON.parse(String(stdout));
}
