/** `npm run bench:archive`: `check` over a thousand meetings, beside the peer and beside the bare libraries. */
import { compareArchive } from "./archive/compare";
import { kindsOf } from "./editing/kinds";

const root = process.cwd();
const peer = kindsOf(root, "").find(({ name }) => name === "peer");
console.log(await compareArchive(root, peer, { meetings: 1000, runs: 3 }));
