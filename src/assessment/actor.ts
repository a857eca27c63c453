import { type ActorRefFrom, createActor } from 'xstate';
import type { IsoDate } from '../base/calendar';
import type { Model } from '../policy/model';
import { givenIn } from './assessment';
import type { Entry } from './log';
import { type AssessmentMachine, machineOf } from './machine';

export type AssessmentActor = ActorRefFrom<AssessmentMachine>;

/** A running machine of a policy, taken through a log. */
export const openActor = (model: Model, today: IsoDate, log: readonly Entry[]): AssessmentActor => {
  const actor = createActor(machineOf(model, today));
  actor.start();
  actor.send({ type: 'answer', given: givenIn(log) });
  return actor;
};
