/**
 * How many random texts are tried, and from which seed: fixed, so that the next run repeats a failure.
 * `FUZZ_RUNS=2000 FUZZ_SEED=7` runs more and other texts, as `npm run torture` does.
 */
export const FUZZ_RUNS = Number(process.env.FUZZ_RUNS ?? 60)
export const FUZZ_SEED = Number(process.env.FUZZ_SEED ?? 20261121)

/** Settings of fast-check. */
export const FUZZ_OPTIONS = { seed: FUZZ_SEED, numRuns: FUZZ_RUNS, endOnFailure: true }

/** Milliseconds that a test may take. */
export const FUZZ_PATIENCE = 20 * 60_000
