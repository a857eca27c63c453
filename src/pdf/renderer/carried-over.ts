import type { Entry, PolicyChange } from '../../assessment/log';
import type { Block } from '../document';
import type { Sheet } from './context';
import { answerText, fieldName } from './trail';
import { words } from './words';

/** The receipts of one change of policy: those kept by their lines alone, each other one with its question and answer. */
const receiptsAt = (sheet: Sheet, change: PolicyChange, numbers: ReadonlyMap<string, number>): readonly Block[] => {
  const { log } = sheet.payload;
  const lineOf = (id: string): string => String(numbers.get(id) ?? id);
  const kept = change.receipts.filter(({ is }) => is === 'kept').map(({ entry }) => lineOf(entry));
  const about = (entry: Entry | undefined): string => {
    if (!entry || !('field' in entry)) return words.withdrawn;
    const said = 'value' in entry ? answerText(sheet, entry) : words.withdrawn;
    return `${fieldName(sheet, entry)}: ${said}`;
  };
  const rows = change.receipts
    .filter(({ is }) => is !== 'kept')
    .map(({ entry, is }) => [lineOf(entry), about(log.find(({ id }) => id === entry)), words.receipt[is]]);
  return [
    { kind: 'paragraph', text: words.carriedOverLead(numbers.get(change.id) ?? 0, change.policy) },
    ...(kept.length === 0
      ? []
      : [{ kind: 'paragraph', text: `${words.keptLines} ${kept.join(', ')}.`, small: true } as const]),
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: [
              { heading: words.line, share: 6 },
              { heading: words.what, share: 62 },
              { heading: words.became, share: 32 },
            ],
            rows,
            dense: true,
          } as const,
        ]),
  ];
};

/** A receipt for every answer that was carried over to another version of the policy; nothing where none was. */
export const carriedOver = (sheet: Sheet): readonly Block[] => {
  const { log } = sheet.payload;
  const changes = log.filter((entry) => entry.kind === 'policy-changed');
  if (changes.length === 0) return [];
  const numbers = new Map(log.map((entry, index) => [entry.id, index + 1] as const));
  return [
    { kind: 'heading', level: 2, text: words.carriedOver },
    ...changes.flatMap((change) => receiptsAt(sheet, change, numbers)),
  ];
};
