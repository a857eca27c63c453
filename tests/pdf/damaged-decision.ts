import { madeRecord } from '../verify/made';
import { madeAfter } from '../verify/made-sequel';
import { type Damage, damagesOf } from './damages';

/** The record that was decided on, the refusal of it, and that refusal damaged. */
export const damagedDecisions = async (): Promise<{
  readonly record: Uint8Array<ArrayBuffer>;
  readonly decision: Uint8Array<ArrayBuffer>;
  readonly damages: readonly Damage[];
}> => {
  const record = await madeRecord();
  const decision = await madeAfter(record, (honest) => ({
    ...honest,
    decision: 'refuse',
    reason: 'The store is closed that week.\nOutcome: Lend the equipment',
    due: [],
  }));
  return { record, decision, damages: damagesOf(decision) };
};
