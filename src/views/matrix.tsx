import { memo, useEffect, useRef, useState } from 'react';
import { itemNoun } from '../policy/names';
import { inLanguage, operandLabel } from '../policy/present';
import type { Language } from '../policy/text';
import type { Walk } from '../policy/walk';
import { bandOf, filledMatrices, levelsOf, type MatrixRule, type Spot, spotsIn } from '../record/matrix';
import { matrixStrings } from '../strings/matrix';
import { classes } from '../ui';
import { Table } from '../ui/content/table';
import { Matrix, type MatrixAxis } from '../ui/content/matrix';

const tints = { good: 'green', fair: 'yellow', poor: 'orange', bad: 'red' } as const;

/** What a row comes to: its score, and its band in a word that the tint only repeats. */
export const Result = ({ spot, language }: { readonly spot: Spot; readonly language: Language }) => (
  <span className={classes('app-result', spot.band?.tone && `app-matrix__cell--${tints[spot.band.tone]}`)}>
    {matrixStrings.result(spot.score, spot.band && inLanguage(spot.band.label, language))}
  </span>
);

interface OneProps {
  readonly walk: Walk;
  readonly rule: MatrixRule;
  readonly language: Language;
}

const itemsOf = (walk: Walk, { over }: MatrixRule) =>
  'list' in over ? (walk.model.lists.get(over.list)?.items ?? []) : [];

/** Where the rows stand, as one text: while it is the same, a drawing of them is too, whatever else is typed. */
const standing = ({ walk, rule }: OneProps): string =>
  spotsIn(walk, rule)
    .map((one) => `${one.row} ${one.across} ${one.down}`)
    .join(', ');

const drawnAlike = (a: OneProps, b: OneProps): boolean =>
  a.rule === b.rule && a.language === b.language && a.walk.model === b.walk.model && standing(a) === standing(b);

interface PlacedProps extends OneProps {
  readonly from?: MatrixRule | undefined;
}

/** One matrix, with each row of its list where it falls, and where it stood in another one before. */
export const PlacedMatrix = memo(({ walk, rule, language, from }: PlacedProps) => {
  const axis = (field: string, levels: string): MatrixAxis => ({
    title: operandLabel(walk, { field }, language),
    steps: levelsOf(walk, levels).map(({ level, item }) => ({
      value: level,
      label: inLanguage(item.label, language),
    })),
  });
  const down = axis(rule.cell.down, rule.levelsDown);
  const items = itemsOf(walk, rule);
  const spots = spotsIn(walk, rule);
  const left = (from ? spotsIn(walk, from) : []).filter((was) =>
    spots.some((is) => is.row === was.row && (is.across !== was.across || is.down !== was.down)),
  );
  return (
    <Matrix
      caption={inLanguage(rule.title, language)}
      across={axis(rule.cell.across, rule.levelsAcross)}
      down={{ ...down, steps: down.steps.toReversed() }}
      cellAt={(level, across) => {
        const band = bandOf(walk, rule, across, level);
        const here = (one: Spot): boolean => one.down === level && one.across === across;
        return {
          text: matrixStrings.result(level * across, band && inLanguage(band.label, language)),
          tint: band?.tone && tints[band.tone],
          marks: spots.filter(here).map(({ number }) => (
            <>
              {number}
              <span className="govuk-visually-hidden">
                {' '}
                {inLanguage(items[number - 1]?.label ?? { en: '' }, language)}
              </span>
            </>
          )),
          left: left.filter(here).map(({ number }) => number),
        };
      }}
    />
  );
}, drawnAlike);

/** Every row in words: where it stands, its score and its band. */
const Sentences = memo(({ walk, rule, language }: OneProps) => {
  const spots = spotsIn(walk, rule);
  const [down, across] = [rule.down, rule.across].map((operand) => operandLabel(walk, operand, language));
  return (
    <ol className="govuk-list govuk-list--number app-matrix-list">
      {itemsOf(walk, rule).map((item) => {
        const spot = spots.find((one) => one.row === item.id);
        return (
          <li key={item.id}>
            <strong className="app-matrix-list__name">{inLanguage(item.label, language)}:</strong>{' '}
            {spot ? (
              <>
                {matrixStrings.placed(down ?? '', spot.down, across ?? '', spot.across)},{' '}
                <Result spot={spot} language={language} />
              </>
            ) : (
              matrixStrings.noScore
            )}
          </li>
        );
      })}
    </ol>
  );
}, drawnAlike);

/** What each row comes to in several matrices over one list, and by how much each differs from the one before. */
const Movement = ({ walk, rules, language }: Omit<OneProps, 'rule'> & { readonly rules: readonly MatrixRule[] }) => {
  const [first] = rules;
  if (!first) return null;
  const spots = rules.map((rule) => spotsIn(walk, rule));
  const rows = itemsOf(walk, first).map((item, index) => {
    const found = spots.map((ones) => ones.find((one) => one.row === item.id));
    return [
      `${index + 1}. ${inLanguage(item.label, language)}`,
      ...found.map((spot, at) => {
        const was = found[at - 1];
        return spot ? (
          <>
            <span className="app-matrix-levels">
              {matrixStrings.levels(spot.down, spot.across)} <Result spot={spot} language={language} />
            </span>{' '}
            {was && <strong>{matrixStrings.changed(spot.score - was.score)}</strong>}
          </>
        ) : (
          matrixStrings.noScore
        );
      }),
    ];
  });
  const title = 'list' in first.over ? itemNoun(walk.model, first.over.list, language) : undefined;
  return (
    <div className="app-movement">
      <Table
        small
        rowHeaders
        columns={[
          { label: title ?? matrixStrings.item },
          ...rules.map((rule) => ({ label: inLanguage(rule.title, language) })),
        ]}
        rows={rows}
      />
    </div>
  );
};

interface MatricesProps {
  readonly walk: Walk;
  /** Matrices over one list, in the order of time. */
  readonly rules: readonly MatrixRule[];
  readonly language: Language;
}

/** The last of some matrices over one list, with where each row stood before; beside it, where there is room, the same in words. */
export const Matrices = ({ walk, rules, language }: MatricesProps) => {
  const rule = rules.at(-1);
  if (!rule) return null;
  const from = rules.at(-2);
  return (
    <>
      <div className="app-matrices">
        <PlacedMatrix walk={walk} rule={rule} language={language} from={from} />
        {from ? (
          <Movement walk={walk} rules={rules} language={language} />
        ) : (
          <Sentences walk={walk} rule={rule} language={language} />
        )}
      </div>
      {from && <p className="govuk-body-s">{matrixStrings.moved}</p>}
    </>
  );
};

/** All matrices of a policy that have something on them, those over one list together. */
export const PolicyMatrices = ({ walk, language }: Omit<MatricesProps, 'rules'>) => {
  const listOf = ({ over }: MatrixRule): string => ('list' in over ? over.list : '');
  // where nothing has moved, a second picture would only be the first again
  const told = filledMatrices(walk).flatMap(({ rule, isSame }) => (isSame ? [] : [rule]));
  return [...new Set(told.map(listOf))].map((list) => (
    <Matrices key={list} walk={walk} rules={told.filter((rule) => listOf(rule) === list)} language={language} />
  ));
};

/** Says what a row has come to as soon as it is filled, to those who do not see it. */
export const SpokenResult = ({ walk, rule, language }: OneProps) => {
  const items = itemsOf(walk, rule);
  const lines = spotsIn(walk, rule)
    .map(({ row, number, score, band }) => {
      const name = items[number - 1];
      return matrixStrings.spoken(
        name ? inLanguage(name.label, language) : row,
        score,
        band && inLanguage(band.label, language),
      );
    })
    .join('\n');
  const before = useRef(lines);
  const [said, say] = useState('');
  useEffect(() => {
    const known = new Set(before.current.split('\n'));
    const news = lines.split('\n').find((line) => !known.has(line));
    before.current = lines;
    if (news !== undefined && news !== '') say(news);
  }, [lines]);
  return (
    <div className="govuk-visually-hidden" aria-live="polite">
      {said}
    </div>
  );
};
