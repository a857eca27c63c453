import { itemLabel, operandLabel } from '../../policy/present';
import { bandOf, filledMatrices, levelsOf, type MatrixRule, placedRows } from '../../record/matrix';
import type { Block, MatrixCell, Tone } from '../document';
import { one, said, type Sheet } from './context';
import { words } from './words';

const tones: Readonly<Record<'good' | 'fair' | 'poor' | 'bad', Tone>> = { good: 1, fair: 2, poor: 3, bad: 4 };

/** What a cell can hold, by `check.ts`: where more rows stand in it, the first ones, and how many besides. */
const cellLength = 30;

const cellText = (numbers: readonly string[]): string => {
  if (numbers.length === 0) return '–';
  const all = numbers.join(', ');
  return all.length <= cellLength ? all : words.andMore(numbers.slice(0, 3), numbers.length - 3);
};

const matrix = (sheet: Sheet, rule: MatrixRule): readonly Block[] => {
  const { walk, model } = sheet.assessment;
  const { language } = sheet;
  const placed = placedRows(walk, rule);
  if (!('list' in rule.over)) return [];
  const { list } = rule.over;
  const [across, down] = [levelsOf(walk, rule.levelsAcross), levelsOf(walk, rule.levelsDown)];
  const title = said(sheet, rule.title);
  const name = (row: string): string => one(itemLabel(model, list, row, language));
  const cells = down.map(({ level: up }) =>
    across.map(({ level }): MatrixCell => {
      const band = bandOf(walk, rule, level, up);
      const here = placed.filter((spot) => spot.across === level && spot.down === up);
      const numbers = here.map((spot) => String(rowNumber(sheet, list, spot.row)));
      return {
        text: cellText(numbers),
        tone: band?.tone ? tones[band.tone] : 0,
        ...(numbers.length > 0 && { chosen: true }),
      };
    }),
  );
  const bands = down.flatMap(({ level: up }) => across.map(({ level }) => bandOf(walk, rule, level, up)));
  const legend = [...new Set(bands)].flatMap((band) =>
    band?.tone ? [{ tone: tones[band.tone], text: said(sheet, band.label) }] : [],
  );
  const lines = placed.map((spot) => {
    const band = bandOf(walk, rule, spot.across, spot.down);
    const number = rowNumber(sheet, list, spot.row);
    return [
      `${number}. ${name(spot.row)}`,
      String(spot.across),
      String(spot.down),
      `${spot.across * spot.down}${band ? ` ${said(sheet, band.label)}` : ''}`,
    ];
  });
  const [acrossTitle, downTitle] = [
    one(operandLabel(walk, rule.across, language)),
    one(operandLabel(walk, rule.down, language)),
  ];
  return [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'matrix',
      alt: `${title}. ${lines.map(([row, x, y, score]) => `${row}: ${acrossTitle} ${x}, ${downTitle} ${y}, ${score}`).join('; ')}.`,
      across: { label: acrossTitle, levels: across.map(({ level, item }) => `${level} ${said(sheet, item.label)}`) },
      up: { label: downTitle, levels: down.map(({ level, item }) => `${level} ${said(sheet, item.label)}`) },
      cells,
      legend: legend.toSorted((a, b) => a.tone - b.tone),
    },
    {
      kind: 'table',
      columns: [
        { heading: words.item, share: 52 },
        { heading: acrossTitle, share: 16 },
        { heading: downTitle, share: 16 },
        { heading: words.score, share: 16 },
      ],
      rowHeaders: true,
      rows: lines,
    },
  ];
};

/** A row's number in its list, counting from 1: what stands in a cell. */
const rowNumber = (sheet: Sheet, list: string, row: string): number =>
  (sheet.assessment.model.lists.get(list)?.items.findIndex((item) => item.id === row) ?? -1) + 1;

/** Every matrix of the policy that has something on it; one that would only show again what another shows is told. */
export const matrices = (sheet: Sheet): readonly Block[] =>
  filledMatrices(sheet.assessment.walk).flatMap(({ rule, isSame }): readonly Block[] =>
    isSame ? [{ kind: 'paragraph', text: words.unmoved(said(sheet, rule.title)) }] : matrix(sheet, rule),
  );
