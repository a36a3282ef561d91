import { readFileSync } from "node:fs";

/** Bytes a process has had in memory at most, as Linux counts them; nothing on other systems. */
export function peakMemory(pid: number): number | undefined {
  if (process.platform !== "linux") return undefined;
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}
