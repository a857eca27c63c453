import type { Model } from '../model';
import type { Claim } from './claim';
import { proverOf } from './claim';
import {
  everyOutcomeIsReached,
  everyPassageEnds,
  everythingIsAsked,
  nothingIsAskedTwice,
  registerIsFilled,
} from './claims';
import { unsureNeverLightens } from './caution';
import { passagesOf } from './passage';
import { spaceOf } from './space';

/** Proves what a policy claims, for one council's settings or for all that the policy allows. */
export const prove = (model: Model, free: boolean): readonly Claim[] => {
  const space = spaceOf(model, free);
  const prover = proverOf(passagesOf(space));
  return [
    everythingIsAsked(prover),
    everyOutcomeIsReached(prover),
    everyPassageEnds(prover),
    registerIsFilled(prover),
    nothingIsAskedTwice(prover),
    unsureNeverLightens(prover),
  ];
};
