import type { Block } from '../document';
import { pairs, said, type Sheet, shownPairs } from './context';
import { numbered } from './conditions';
import { words } from './words';

/** The headings under which a committee reads what follows from the answers, with the numbers of the conditions. */
export const implications = (sheet: Sheet): readonly Block[] => {
  const { policy } = sheet.assessment.model;
  const raised = numbered(sheet);
  const headings = policy.implications.map(({ title, show, conditions }) => ({
    title: said(sheet, title),
    shown: shownPairs(sheet, show),
    numbers: raised.flatMap((one, index) => (conditions.includes(one.id) ? [index + 1] : [])),
  }));
  if (headings.every(({ shown, numbers }) => shown.length === 0 && numbers.length === 0)) return [];
  return [
    { kind: 'heading', level: 2, text: words.implications },
    ...headings.flatMap(({ title, shown, numbers }): readonly Block[] => [
      { kind: 'heading', level: 3, text: title },
      ...(shown.length === 0 && numbers.length === 0 ? [{ kind: 'paragraph', text: words.nothing } as const] : []),
      ...pairs([...shown, ...(numbers.length === 0 ? [] : [{ label: words.conditions, value: words.see(numbers) }])]),
    ]),
  ];
};
