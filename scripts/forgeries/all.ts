import { keyholder } from '../../tests/signing/material';
import { madeRecord } from '../../tests/verify/made';
import { madeAfter } from '../../tests/verify/made-sequel';
import { certificateForgeries } from './certificates';
import { cmsForgeries } from './cms';
import { decisionForgeries } from './decisions';
import { exhausting } from './exhausting';
import { fileForms } from './file-form';
import type { ForgeryClass, Originals } from './forgery';
import { genuineKey } from './genuine-key';

export const makeOriginals = async (): Promise<Originals> => {
  const record = await madeRecord();
  return {
    record,
    rsaRecord: await madeRecord({ signer: await keyholder('RS256') }),
    decision: await madeAfter(record),
  };
};

/** Every class of forgery, in the order in which the verifier's rules come. */
export const allClasses = async (originals: Originals): Promise<readonly ForgeryClass[]> => [
  ...fileForms(originals),
  ...(await cmsForgeries(originals)),
  ...(await certificateForgeries(originals)),
  ...genuineKey(),
  ...(await decisionForgeries(originals)),
  ...exhausting(),
];
