import { replay } from '../assessment/assessment';
import { namingOf } from '../assessment/versions';
import { modelOf } from '../policy/model';
import type { ProvenRecord } from '../record/chain';
import type { DocumentModel } from './document';
import { answers } from './renderer/answers';
import { carriedOver } from './renderer/carried-over';
import type { Sheet } from './renderer/context';
import { matrices } from './renderer/matrices';
import { identifiers, signature } from './renderer/signature';
import { implications } from './renderer/implications';
import { summary } from './renderer/summary';
import { registerRecord } from './renderer/register';
import { trail, workings } from './renderer/trail';

/** What a record's pages are made from; undefined where its log has no beginning, as that of no proven record is. */
export const sheetOf = (record: ProvenRecord): Sheet | undefined => {
  const { payload, policy, settings, earlier } = record;
  const assessment = replay(modelOf(policy, settings), payload.log);
  return (
    assessment && {
      record,
      payload,
      assessment,
      naming: namingOf(assessment, earlier),
      language: payload.language,
    }
  );
};

/** The whole record as a document: all that can be read on its pages, but for the footer. */
export const compose = (sheet: Sheet): DocumentModel => [
  ...summary(sheet),
  ...implications(sheet),
  ...matrices(sheet),
  ...answers(sheet),
  ...registerRecord(sheet),
  ...workings(sheet),
  ...trail(sheet),
  ...carriedOver(sheet),
  ...signature(sheet),
  ...identifiers(sheet),
];
