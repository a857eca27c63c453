import { useEffect, useRef } from 'react';
import { keyOf } from '../../../policy/answer';
import { ownRowName } from '../../../policy/names';
import { Button, ErrorMessage, Hint } from '../../../ui';
import { useWords } from '../../../ui/words';
import { controlId } from './fields';
import { GridView, type GridViewProps } from './grid-view';

interface OwnGridProps extends Omit<GridViewProps, 'renderEnd'> {
  readonly hint: string | undefined;
  readonly error: string | undefined;
  readonly addText: string;
  readonly onAdd: () => void;
  readonly onRemove: (row: string) => void;
  readonly most: number;
}

/**
 * A grid whose rows the officer adds and removes. Focus goes to the first field of a row that was added, and to the
 * button that adds one after a row was removed.
 */
export const OwnGrid = ({ hint, error, addText, onAdd, onRemove, most, ...grid }: OwnGridProps) => {
  const { asked, group, fields, id } = grid;
  const { remove } = useWords();
  const adding = useRef<HTMLDivElement>(null);
  const before = useRef(asked.rows.length);
  const last = asked.rows.at(-1)?.id;
  useEffect(() => {
    const [was, is] = [before.current, asked.rows.length];
    before.current = is;
    const [first] = group.fields;
    if (is > was && first && last !== undefined) document.getElementById(controlId(keyOf(first.id, last)))?.focus();
    else if (is < was) adding.current?.querySelector('button')?.focus();
  }, [group, asked.rows.length, last]);
  return (
    <section className="app-repeat" aria-label={grid.label} id={`${id}-rows`}>
      {asked.rows.length === 0 && <h2 className="govuk-heading-m">{grid.label}</h2>}
      {hint && <Hint>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      {asked.rows.length > 0 && (
        <GridView
          {...grid}
          renderEnd={(row, index) => (
            <Button type="button" look="secondary" onClick={() => onRemove(row)}>
              {remove} <span className="govuk-visually-hidden">{ownRowName(group, index + 1, fields.language)}</span>
            </Button>
          )}
        />
      )}
      <div ref={adding} id={asked.rows.length === 0 ? id : undefined}>
        {asked.rows.length < most && (
          <Button type="button" look="secondary" onClick={onAdd}>
            {addText}
          </Button>
        )}
      </div>
    </section>
  );
};
