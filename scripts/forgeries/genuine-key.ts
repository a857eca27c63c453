import { makeExtract } from '../../src/pdf/extract';
import { valueOf } from '../../tests/signing/material';
import { madeRecord, resources, verify } from '../../tests/verify/made';
import { doesNotHold, later, notOneForm, notOurShape } from './data';
import { enclosed } from './files-inside';
import type { Bytes, ForgeryClass } from './forgery';
import { forgeries } from './line';
import { results, withConditions } from './results';
import { levels, pages, signer, time } from './signing';
import { likePdfs, texts } from './words';

/** The extract of a record that a council may publish: nobody signed it. */
const extract = async (seed: number): Promise<Bytes> => {
  const { record: proven } = await verify(await madeRecord({ seed }));
  if (!proven) throw new Error('no record');
  return new Uint8Array(valueOf(makeExtract(proven, resources)).pdf);
};

/** What the owner of a genuine key can sign: every byte is covered, and nothing but our own reading finds the lie. */
export const genuineKey = (): readonly ForgeryClass[] => [
  { id: 'data not in its one form', needs: 'a genuine key', forgeries: forgeries(notOneForm) },
  { id: 'data of another shape', needs: 'a genuine key', forgeries: forgeries(notOurShape) },
  { id: 'data that does not hold together', needs: 'a genuine key', forgeries: forgeries(doesNotHold) },
  { id: 'words that look like others', needs: 'a genuine key', forgeries: forgeries(texts()) },
  { id: 'files inside', needs: 'a genuine key', forgeries: forgeries(enclosed) },
  { id: 'pages', needs: 'a genuine key', forgeries: forgeries(pages) },
  { id: 'signer', needs: 'a genuine key', forgeries: forgeries(signer) },
  { id: 'time', needs: 'a genuine key', forgeries: time },
  { id: 'level of the signature', needs: 'a genuine key', forgeries: forgeries(levels) },
  {
    id: 'a copy that nobody signed',
    needs: 'no key',
    forgeries: forgeries([
      ['the public extract', 'form: verify.copy', () => extract(1)],
      ['another', 'form: verify.copy', () => extract(withConditions)],
    ]),
  },
  { id: 'result', needs: 'a genuine key', forgeries: forgeries(results) },
  { id: 'a later version', needs: 'a genuine key', forgeries: forgeries(later, { unknown: true }) },
  {
    id: 'words that look like a PDF',
    needs: 'a genuine key',
    forgeries: forgeries(likePdfs, { lawful: true }),
  },
];
