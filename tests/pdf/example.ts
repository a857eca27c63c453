import { utf8 } from '../../src/base/bytes';
import { sha256Hex } from '../../src/base/hash';
import type { DocumentModel, MatrixCell, Tone } from '../../src/pdf/document';
import type { PrintOptions } from '../../src/pdf/print-document';

const tone = (score: number): Tone => (score <= 3 ? 0 : score <= 6 ? 1 : score <= 10 ? 2 : score <= 16 ? 3 : 4);

const cells: readonly (readonly MatrixCell[])[] = [1, 2, 3, 4, 5].map((impact) =>
  [1, 2, 3, 4, 5].map((likelihood) => {
    const score = impact * likelihood;
    return impact === 4 && likelihood === 3
      ? { text: '12 – this proposal', tone: tone(score), chosen: true }
      : { text: String(score), tone: tone(score) };
  }),
);

const paragraph =
  'The assessment found that this arrangement is a “partnership” under the policy – risk is moderate (£12,500, ½ of it ' +
  'funded) and an agreement is needed before work starts. Cyngor a ŵyr: nid oes angen rhagor.';

const words =
  'We have worked with the café since 2019 and know its trustees.\n\nTheir accounts are late this year:\n1. the treasurer ' +
  'left in May\n2. the new one starts in December.\nOutcome: Proceed and register';

/** A document with every kind of block, over several pages. */
export const example: DocumentModel = [
  { kind: 'heading', level: 1, text: 'Partnership assessment: Caffi Cymunedol Tŷ Mawr' },
  {
    kind: 'paragraph',
    text: [{ text: 'Reference ' }, { text: 'E-7K2MQ-04XTB', bold: true }, { text: ', 22 November 2026' }],
  },
  {
    kind: 'panel',
    title: 'Proceed with conditions',
    lines: [
      'You can go ahead once the conditions below are met.',
      [{ text: 'Decided by: ', bold: true }, { text: 'rule 4, moderate risk with an agreement in draft' }],
    ],
  },
  { kind: 'heading', level: 2, text: 'Summary' },
  { kind: 'paragraph', text: paragraph },
  {
    kind: 'pairs',
    pairs: [
      { label: 'Partnership', value: 'Caffi Cymunedol Tŷ Mawr' },
      { label: 'Lead officer', value: 'Siân Ó Briain, Communities' },
      { label: 'Money from the council each year', value: '£12,500' },
      { label: 'Starts', value: '1 April 2027' },
    ],
  },
  { kind: 'heading', level: 2, text: 'Conditions' },
  {
    kind: 'list',
    style: 'number',
    items: [
      'Sign a partnership agreement before the first payment. It says who is accountable, how the partnership can end, and what happens to what it owns.',
      [{ text: 'Tell the partnership champion', bold: true }, { text: ' within five working days.' }],
      'Review after 12 months.',
    ],
  },
  { kind: 'contents', title: 'Contents' },
  { kind: 'paragraph', text: 'What to keep with the register:', small: true },
  { kind: 'list', style: 'bullet', items: ['this record', 'the agreement', 'the certificate of the authority'] },
  { kind: 'heading', level: 2, text: 'Risk' },
  {
    kind: 'matrix',
    alt: 'Risk grid: likelihood 3 of 5 (possible), impact 4 of 5 (major), score 12, moderate.',
    across: { label: 'Likelihood', levels: ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'] },
    up: { label: 'Impact', levels: ['Insignificant', 'Minor', 'Moderate', 'Major', 'Catastrophic'] },
    cells,
    legend: [
      { tone: 0, text: 'Low' },
      { tone: 1, text: 'Moderate' },
      { tone: 3, text: 'Tŷ – high' },
    ],
  },
  { kind: 'heading', level: 3, text: 'What the officer wrote' },
  { kind: 'words', label: 'Why do you think so? (Siân Ó Briain)', text: words },
  { kind: 'pageBreak' },
  { kind: 'heading', level: 2, text: 'Answers' },
  {
    kind: 'table',
    rowHeaders: true,
    columns: [
      { heading: 'Question', share: 5 },
      { heading: 'Answer', share: 4 },
      { heading: 'Points', share: 1, align: 'right' },
    ],
    rows: Array.from({ length: 45 }, (_, index) => [
      `${index + 1}. Is there a clear reason for working with this body${index % 3 === 0 ? ', and could the council do the same by itself at a lower cost or a lower risk' : ''}?`,
      index % 4 === 0 ? 'Yes – aims shared with the corporate plan, and nobody else can reach these people' : 'Yes',
      String(index),
    ]),
  },
  { kind: 'space', points: 6 },
  { kind: 'heading', level: 2, text: 'More of what the officer wrote' },
  {
    kind: 'words',
    label: 'Anything else?',
    text: Array.from(
      { length: 70 },
      (_, index) => `Line ${index + 1}: ${'a long note '.repeat((index % 9) + 1).trim()}`,
    ).join('\n'),
  },
  {
    kind: 'table',
    columns: [
      { heading: 'A row higher than a page', share: 1 },
      { heading: 'Short', share: 1 },
    ],
    rows: [['word '.repeat(400).trim(), 'x'.repeat(300)]],
  },
  { kind: 'panel', title: 'A panel higher than a page', lines: ['sentence after sentence. '.repeat(150).trim()] },
];

export const recordJson = utf8(
  '{"note":"%%EOF startxref /ByteRange [0 0000000000 0000000000 0000000000] /Ordering (Identity-H)"}',
);

/** An attachment that is a PDF itself, and holds what a search would look for. */
const enclosed = utf8('%PDF-1.7\n1 0 obj\n<< /Ordering (Identity-H) >>\nendobj\nstartxref\n0\n%%EOF');

export const options: PrintOptions = {
  title: 'Partnership assessment: Caffi Cymunedol Tŷ Mawr',
  author: 'Siân Ó Briain',
  subject: 'Signed record of a partnership assessment',
  language: 'en-GB',
  createdAt: '2026-11-22T10:15:00+00:00',
  fileId: sha256Hex(recordJson).slice(0, 32),
  footer: {
    reference: 'E-7K2MQ-04XTB',
    recordId: '9a36bcbf0e1d2c3b4a59687f00112233',
    page: (page, pages) => `Page ${page} of ${pages}`,
  },
  attachments: [
    {
      name: 'record.json',
      type: 'application/json',
      description: 'The same content as data',
      relationship: 'Data',
      bytes: recordJson,
    },
    {
      name: 'Cynllun busnes Tŷ Mawr.pdf',
      type: 'application/pdf',
      description: 'The business case',
      relationship: 'Supplement',
      bytes: enclosed,
    },
  ],
  signature: {
    name: 'Siân Ó Briain',
    reason: 'I completed this assessment',
    signedAt: '2026-11-22T10:15:00+00:00',
    bytes: 8192,
  },
};

/**
 * SHA-256 of the example as printed, in Node.js and in browsers. A change here is a change of how records are printed: the
 * ones that are signed already can then be printed again only by the renderer that made them.
 */
export const exampleSha256 = 'b879991697df749f52a47c09be7bf037e61960990279094ec8d846cd9453b411';
