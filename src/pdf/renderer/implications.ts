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
  const isEmpty = ({ shown, numbers }: (typeof headings)[number]): boolean =>
    shown.length === 0 && numbers.length === 0;
  const [filled, empty] = [headings.filter((one) => !isEmpty(one)), headings.filter(isEmpty)];
  if (filled.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.implications },
    ...(empty.length === 0
      ? []
      : [{ kind: 'paragraph', text: words.nothing(empty.map(({ title }) => title)) } as const]),
    ...filled.flatMap(({ title, shown, numbers }): readonly Block[] => [
      { kind: 'heading', level: 3, text: title },
      ...pairs([...shown, ...(numbers.length === 0 ? [] : [{ label: words.conditions, value: words.see(numbers) }])]),
    ]),
  ];
};
