import { useMemo } from 'react';
import { partsOfKey } from '../../policy/answer';
import { words } from '../../policy/present';
import { pointsOf } from '../../record/points';
import { walkOf } from '../../record/sequel-rules';
import { pointStrings } from '../../strings/points';
import { Heading } from '../../ui';
import type { ProvenRecord } from '../../verify/verdict';

/** What an auditor looks at first in an accepted record, with the questions that it is about. */
export const PointsView = ({ record }: { readonly record: ProvenRecord }) => {
  const points = useMemo(() => pointsOf(record), [record]);
  const walk = useMemo(() => walkOf(record), [record]);
  const labelOf = (key: string): string => {
    const { field } = partsOfKey(key);
    const label = walk.model.places.get(field)?.field.label;
    return label === undefined ? field : words(walk, label, record.payload.language);
  };
  return (
    <section>
      <Heading level={2}>{pointStrings.title}</Heading>
      <p className="govuk-body">{points.length > 0 ? pointStrings.lead : pointStrings.none}</p>
      <ul className="govuk-list govuk-list--bullet">
        {points.map(({ id, keys, params }) => (
          <li key={`${id} ${keys.join()}`} className="app-words">
            {pointStrings.says[id](params)}
            {keys.length > 0 && `: ${[...new Set(keys.map(labelOf))].join('; ')}`}
          </li>
        ))}
      </ul>
    </section>
  );
};
