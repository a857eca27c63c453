import fc from 'fast-check';

/** What is drawn at random is the same in every run, so that a red run means a change: `RANDOM_SEED=7` draws others. */
fc.configureGlobal({ seed: Number(import.meta.env['RANDOM_SEED'] || 1) });
