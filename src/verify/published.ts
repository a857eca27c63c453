import type { ProvenRecord } from '../record/chain';
import type { Published } from '../signing/trust-file';
import type { VerdictLine } from './verdict';

type Standing = 'known' | 'unknown' | 'unsaid';

const standing = (sha256: string, list: readonly string[] | undefined): Standing =>
  list === undefined ? 'unsaid' : list.includes(sha256) ? 'known' : 'unknown';

/**
 * Whether the policy and the settings inside a record are among those that the list of trust names; nothing where it names
 * none, as a PEM file does. It refuses nothing: a council may have published others since the list was made.
 */
export const publishedLines = (
  { payload: { policy, settings } }: ProvenRecord,
  trust: Published | undefined,
): readonly VerdictLine[] => {
  const policyIs = standing(policy.sha256, trust?.policies);
  const settingsAre = standing(settings.sha256, trust?.settings);
  if (policyIs === 'unsaid' && settingsAre === 'unsaid') return [];
  const good = policyIs !== 'unknown' && settingsAre !== 'unknown';
  return [
    {
      id: 'published',
      state: good ? 'good' : 'note',
      params: {
        policyIs,
        settingsAre,
        policy: `${policy.id} ${policy.version}`,
        policySha256: policy.sha256,
        settingsSha256: settings.sha256,
      },
    },
  ];
};
