import { csvFile } from '../../../base/csv';
import type { Differing, Rated, RatedOtherwise, Reperformance } from '../../../record/reperformance';
import type { Said } from '../../../record/sayings';
import { matrixStrings } from '../../../strings/matrix';
import { comparisonStrings as strings } from '../../../strings/reperform-desk';

/** Where a row of a matrix stands, in words; undefined where it stands nowhere. */
export const ratedWords = ({ down, across }: RatedOtherwise, rated: Rated | undefined): string | undefined =>
  rated &&
  `${matrixStrings.placed(down, rated.down, across, rated.across)}: ${matrixStrings.result(rated.score, rated.band)}`;

interface About {
  /** The record's id. */
  readonly id: string;
  readonly reference: string;
  /** When the auditor's answers were compared. */
  readonly at: string;
}

/** The whole comparison as rows of a spreadsheet: what it is of, then every difference by its kind. */
export const comparisonCsv = (found: Reperformance, { id, reference, at }: About): Uint8Array<ArrayBuffer> => {
  const { came, answers, free, ratings, conditions, onlyRecord, onlyAuditor } = found;
  const { csvKinds: kinds, noAnswer } = strings;
  type Row = readonly [string, string, string, string];
  const sides = (kind: string, rows: readonly Differing[]): readonly Row[] =>
    rows.map(({ name, record, auditor }) => [kind, name, record ?? noAnswer, auditor ?? noAnswer]);
  const asked = (said: Said): string => said.text ?? noAnswer;
  return csvFile([
    strings.csvColumns,
    [kinds.record, '', id, ''],
    [kinds.reference, '', reference, ''],
    [kinds.at, '', '', at],
    [
      kinds.outcome,
      found.sameOutcome ? strings.sameOutcome : strings.otherOutcome,
      came.record.title,
      came.auditor.title,
    ],
    [kinds.why, '', came.record.because.join(' '), came.auditor.because.join(' ')],
    ...sides(kinds.answer, answers),
    ...ratings.map((one): Row => [
      kinds.rating,
      strings.row(one.matrix, one.name),
      ratedWords(one, one.record) ?? strings.notRated,
      ratedWords(one, one.auditor) ?? strings.notRated,
    ]),
    ...conditions.map(({ text, by }): Row => [
      kinds.condition,
      text,
      by === 'record' ? strings.yes : strings.no,
      by === 'auditor' ? strings.yes : strings.no,
    ]),
    ...onlyRecord.map((said): Row => [kinds.onlyRecord, said.name, asked(said), '']),
    ...onlyAuditor.map((said): Row => [kinds.onlyAuditor, said.name, '', asked(said)]),
    ...sides(kinds.free, free),
  ]);
};
