import type { Failure } from '../base/result';

type Params = Failure['params'];

export const publishedTitle = 'Policy and settings';

const says = (what: string, sha256: Params[string], is: Params[string]): string => {
  switch (is) {
    case 'known':
      return `Your list of trust has the ${what} of this record.`;
    case 'unknown':
      return `Your list of trust does not have the ${what} of this record. Ask the council whether it published this one: ${sha256}`;
    default:
      return `Your list of trust names no ${what}, so that was not compared: ${sha256}`;
  }
};

/** Whether the list of trust has what the record was made under. */
export const publishedSentence = ({ policy, policyIs, policySha256, settingsAre, settingsSha256 }: Params): string =>
  `${says(`policy (${policy})`, policySha256 ?? '', policyIs ?? '')} ${says('settings', settingsSha256 ?? '', settingsAre ?? '')}`;
