import { fail, succeed } from '../../src/base/result';
import type { Receipt } from '../../src/assessment/log';
import type { Policy } from '../../src/policy/schema';
import { modelOf } from '../../src/policy/model';
import { parsePolicy } from '../../src/policy/parse';
import type { Services } from '../../src/services';
import { nextVersion } from '../support/next-version';
import { policy as first, settings } from './kept';

/** What a new version does with one question. */
export interface Publishing {
  readonly field: string;
  readonly edit: Receipt['is'];
}

/** A site that publishes one version of its policy after another, and that can be out of reach. */
export const publishingSite = () => {
  let [policy, versions, isOffline]: [Policy, number, boolean] = [first, 0, false];
  return {
    /** A version that would be no sound policy is published with the question in other words instead. */
    publish: ({ field, edit }: Publishing): void => {
      const version = `1.${++versions}.0`;
      const edits = [edit, 'wording', 'kept'] as const;
      const sound = edits.flatMap((one) => {
        const { policy: made } = nextVersion(
          modelOf(policy, settings),
          ({ id }) => (id === field ? one : 'kept'),
          version,
        );
        const parsed = parsePolicy(JSON.parse(JSON.stringify(made)));
        return parsed.ok ? [parsed.value] : [];
      });
      policy = sound[0] ?? policy;
    },
    /** Everything as it was in the first version: what was retired is asked again. */
    goBack: (): void => {
      policy = { ...first, version: `1.${++versions}.0` };
    },
    goOffline: (offline: boolean): void => {
      isOffline = offline;
    },
    site: (async () =>
      isOffline
        ? fail('load.unreachable', 'index.json')
        : succeed({ policies: [policy], settings })) satisfies Services['site'],
  };
};
