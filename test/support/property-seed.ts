import fc from "fast-check";

/**
 * Properties draw the same inputs in every run, so that a run can be repeated and a red one is about the change at hand:
 * `FC_SEED=7 npm test` draws others.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 15838) });
