import type { ProvenRecord, ProvenSequel } from '../record/chain';
import { compose, sheetOf } from './compose';
import type { DocumentModel } from './document';
import { titleOf } from './render';
import { composeSequel, sequelTitle } from './render-sequel';

/** A document to be read elsewhere than on its pages. */
export interface Readable {
  readonly title: string;
  readonly language: string;
  readonly model: DocumentModel;
}

/**
 * What stands on the pages of a proven document, block by block and in their order: whoever draws these blocks says what
 * the PDF says. Undefined where its log has no beginning, as that of no proven record is.
 */
export const readable = ({
  record,
  sequels,
}: {
  readonly record?: ProvenRecord;
  readonly sequels: readonly ProvenSequel[];
}): Readable | undefined => {
  const sheet = record && sheetOf(record);
  const last = sequels.at(-1);
  const language = record?.payload.language ?? 'en';
  if (last) {
    const chain = record && { record, sequels: sequels.slice(0, -1) };
    return { title: sequelTitle(last.payload, record), language, model: composeSequel(last, chain, sheet) };
  }
  return sheet && { title: titleOf(sheet.payload), language, model: compose(sheet) };
};
