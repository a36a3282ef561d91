/** Random tests try the same values in every run, so that a change alone can make them fail; others with `FC_SEED`. */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_124) });
