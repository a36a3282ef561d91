/** To root no folder is closed, so tests of closed ones run as another user. */
const nobodyUserId = 65_534;

/** Runs `work` as a user who is not root. */
export async function asNobody(work: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(nobodyUserId);
  try {
    await work();
  } finally {
    process.seteuid?.(0);
  }
}
