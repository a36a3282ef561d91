// Loaded into a server's process by `--require`: measures how long its event loop is kept from turning.
const { monitorEventLoopDelay } = require("node:perf_hooks");

const delay = monitorEventLoopDelay({ resolution: 1 });
process.on("message", (question) => {
  if (question === "begin") {
    delay.reset();
    delay.enable();
    process.send?.("begun");
    return;
  }
  delay.disable();
  process.send?.({
    count: delay.count,
    max: delay.max / 1e6,
    // percentile and milliseconds
    percentiles: [...delay.percentiles].map(([percentile, time]) => [percentile, time / 1e6]),
  });
});
// the channel to the benchmark keeps no process alive
process.channel?.unref();
