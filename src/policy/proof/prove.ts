import type { Model } from '../model';
import { unsureNeverLightens } from './caution';
import type { Claim, Finding } from './claim';
import {
  everyOutcomeIsReached,
  everyPassageEnds,
  everythingIsAsked,
  nothingIsAskedTwice,
  registerIsFilled,
} from './claims';
import type { Example } from './example';
import { type Cost, costOf, countsOf, limitsAreKept, type LimitFigure } from './limits';
import { acceptedContradictions, lint } from './lint';
import { OutOfRoom } from './nodes';
import { type Passages, passagesOf } from './passage';
import { countPaths, type PathFigures } from './paths';
import { proverOf } from './prover';
import { defaultRoom, spaceOf } from './space';
import { wordsOn } from '../effort';

/** What it takes to come to an outcome: the shortest way, and the most pages that any way has. */
export interface OutcomeFigure extends Cost {
  readonly id: string;
  readonly words: number;
  readonly mostPages: number;
  readonly shortest: Example;
}

/** Everything that a proof says of a policy. */
export interface Proof {
  readonly claims: readonly Claim[];
  /** Contradictory answers that a passage accepts: no fault, but worth knowing. */
  readonly contradictions: readonly Finding[];
  readonly paths: PathFigures;
  readonly limits: readonly LimitFigure[];
  readonly outcomes: readonly OutcomeFigure[];
  /** The nodes that the diagrams took, of those that they may take. */
  readonly nodes: number;
  readonly room: number;
}

/** A proof that outgrew its room: nothing is decided. */
export interface NoProof {
  readonly room: number;
}

/**
 * Proves what a policy claims, over all answers at once: for the settings of the model, or for all settings that the
 * policy allows where they are `free`. A claim is shown for every passage or refuted by answers that a real walk
 * confirms; where neither can be done it is not decided. Past `room` nodes nothing is.
 */
export const prove = (model: Model, free: boolean, room = defaultRoom): Proof | NoProof => {
  try {
    const space = spaceOf(model, free, room);
    return proofOf(passagesOf(space), room);
  } catch (error) {
    // diagrams of too many variables outgrow the stack before their room
    if (error instanceof OutOfRoom || error instanceof RangeError) return { room };
    throw error;
  }
};

const proofOf = (passages: Passages, room: number): Proof => {
  const length = passages.steps.map(({ asked }) => ({ within: asked, holds: asked }));
  const counts = countsOf(passages);
  const prover = proverOf(
    passages,
    length,
    [...counts.values()].flatMap(({ pages, typed }) => [pages, typed]),
  );
  const outcomes = everyOutcomeIsReached(prover);
  const shown = [...outcomes.shortest];
  const limits = limitsAreKept(prover, counts);
  return {
    claims: [
      everythingIsAsked(prover),
      { id: outcomes.id, verdict: outcomes.verdict, cases: outcomes.cases, findings: outcomes.findings },
      everyPassageEnds(prover),
      registerIsFilled(prover),
      nothingIsAskedTwice(prover),
      unsureNeverLightens(prover),
      { id: limits.id, verdict: limits.verdict, cases: limits.cases, findings: limits.findings },
      lint(prover),
    ],
    contradictions: acceptedContradictions(prover),
    paths: countPaths(passages),
    limits: limits.figures,
    outcomes: shown.map(([id, { walked, example }]) => ({
      id,
      ...costOf(walked),
      words: wordsOn(walked),
      mostPages: prover.most(passages.comesTo.get(id) ?? passages.space.no, length),
      shortest: example,
    })),
    nodes: passages.space.diagrams.size,
    room,
  };
};
