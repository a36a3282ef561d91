// Loaded before the server: on SIGUSR2 it collects its garbage and tells on standard error what it holds.
// its own stream to tell on is open from the start
void process.stderr.fd;
process.on("SIGUSR2", () => {
  /** @type {() => void} */ (globalThis.gc)();
  const { heapUsed, rss } = process.memoryUsage();
  const handles = process.getActiveResourcesInfo().sort();
  process.stderr.write(`[meter ${JSON.stringify({ heapUsed, rss, handles })}]\n`);
});
