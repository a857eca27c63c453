import { describe, expect, it } from 'vitest';
import { writtenMoment } from '../../src/base/calendar';
import type { DocumentModel } from '../../src/pdf/document';
import { compose, sheetOf } from '../../src/pdf/compose';
import { composeSequel } from '../../src/pdf/render-sequel';
import type { SignedBy } from '../../src/record/signed-by';
import { model, recordOf } from '../verify/made';
import { chainOf, madeDecision } from '../verify/made-sequel';
import { visible } from './leaf';

/** What stands under the heading of the signature, up to the next one. */
const blockIn = (document: DocumentModel, heading: string): string => {
  const from = document.findIndex((block) => block.kind === 'heading' && block.text === heading);
  const rest = document.slice(from + 1);
  const to = rest.findIndex((block) => block.kind === 'heading');
  if (from < 0 || to < 0) throw new Error(`no section “${heading}”`);
  return visible(rest.slice(0, to));
};

const recordBlock = (signer: Partial<SignedBy>, tsa?: string): { readonly text: string; readonly hash: string } => {
  const { payload, id } = recordOf();
  const changed = {
    ...payload,
    signer: { ...payload.signer, ...signer },
    time: { ...payload.time, ...(tsa !== undefined && { tsa }) },
  };
  const record = { id, payload: changed, policy: model.policy, settings: model.settings, earlier: new Map() };
  const sheet = sheetOf(record);
  if (!sheet) throw new Error('no beginning');
  return { text: blockIn(compose(sheet), 'Declaration and signature'), hash: payload.signer.certificateSha256 };
};

/** How to check, and what breaks it: said by every signed document. */
const howTo = ['open its file in the app', 'signature panel of a PDF reader', 'To comment, use a copy'];

describe('the signature block', () => {
  it('of a record says who, as what, when, under which certificate, and how to check it', () => {
    const { payload } = recordOf();
    const { text, hash } = recordBlock({});
    const { name, job, service } = payload.signer;
    const moments = [payload.time.startedAt, payload.time.signedAt].map(writtenMoment);
    for (const said of [name, job, service, 'Assessing officer', ...moments, hash, payload.declaration, ...howTo])
      expect(text).toContain(said);
  });

  it('says that a key of one’s own does not prove who signed, and what an authority’s certificate does', () => {
    const own = 'does not by itself prove who signed: compare the certificate with the council’s list of keys';
    const vouched = 'issued by an authority, which vouches for the name';
    expect(recordBlock({}).text).toContain(own);
    expect(recordBlock({}).text).not.toContain(vouched);
    expect(recordBlock({ identity: 'council-ca' }).text).toContain(vouched);
    expect(recordBlock({ identity: 'council-ca' }).text).not.toContain(own);
    expect(recordBlock({ keyOrigin: 'browser' }).text).toContain('made in the signer’s browser');
    expect(recordBlock({ keyOrigin: 'pkcs12' }).text).toContain('from a file that was issued to the signer');
  });

  it('says whose clock it was, and where an authority’s time is to be read', () => {
    expect(recordBlock({}).text).toContain('the signer’s own clock. Nobody else has confirmed it.');
    const { text } = recordBlock({}, '/timestamp');
    expect(text).not.toContain('Nobody else has confirmed');
    expect(text).toContain('A timestamp authority, asked at /timestamp');
    expect(text).toContain('That time lies in the signature, where no page can print it');
  });

  it('of a decision says the same of whoever decided', async () => {
    const chain = await chainOf(await madeDecision());
    const [sequel] = chain.sequels;
    if (!sequel) throw new Error('no decision');
    const text = blockIn(composeSequel(sequel, undefined, undefined), 'Signature');
    const { signer, time } = sequel.payload;
    for (const said of [signer.name, signer.job, 'Approver', writtenMoment(time.signedAt), signer.certificateSha256])
      expect(text).toContain(said);
    for (const said of [...howTo, 'does not by itself prove who signed', 'the signer’s own clock'])
      expect(text).toContain(said);
  });
});
