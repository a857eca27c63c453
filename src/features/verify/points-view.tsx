import { useMemo } from 'react';
import { partsOfKey } from '../../policy/answer';
import { words } from '../../policy/present';
import type { ProvenRecord, ProvenSequel } from '../../record/chain';
import { type Point, pointsOf } from '../../record/points';
import { walkOf } from '../../record/sequel-rules';
import { pointStrings } from '../../strings/points';
import { Heading } from '../../ui';

interface PointsViewProps {
  readonly record: ProvenRecord;
  /** What came after it. */
  readonly sequels: readonly ProvenSequel[];
}

/** What an auditor looks at first in an accepted record, with the questions that it is about. */
export const PointsView = ({ record, sequels }: PointsViewProps) => {
  const points = useMemo(() => pointsOf(record, sequels), [record, sequels]);
  const walk = useMemo(() => walkOf(record), [record]);
  const labelOf = (key: string): string => {
    const { field } = partsOfKey(key);
    const label = walk.model.places.get(field)?.field.label;
    return label === undefined ? field : words(walk, label, record.payload.language);
  };
  const namesOf = ({ keys, texts = [] }: Point): string =>
    [...new Set([...keys.map(labelOf), ...texts.map((text) => words(walk, text, record.payload.language))])].join('; ');
  return (
    <section>
      <Heading level={2}>{pointStrings.title}</Heading>
      <p className="govuk-body">{points.length > 0 ? pointStrings.lead : pointStrings.none}</p>
      {points.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {points.map((point, index) => (
            <li key={index} className="app-words">
              {[pointStrings.says[point.id](point.params), namesOf(point)].filter(Boolean).join(': ')}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
