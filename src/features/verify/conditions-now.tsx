import { useMemo } from 'react';
import { writtenDate } from '../../base/calendar';
import type { Chain } from '../../record/chain';
import { type ConditionNow, conditionsNow } from '../../record/open-conditions';
import { recordViewStrings as strings } from '../../strings/record-view';
import { Heading, Tag } from '../../ui';
import { StackedTable } from '../../ui/content/stacked-table';

const How = ({ state, on, because }: ConditionNow) => (
  <>
    <Tag colour={state === 'open' ? 'yellow' : 'green'}>{strings.states[state]}</Tag>{' '}
    {on !== undefined && strings.on(writtenDate(on))}
    {because !== undefined && <div className="app-words">{because}</div>}
  </>
);

/** What became of the conditions in the documents after a record; those that are open come first. */
export const ConditionsNow = ({ chain }: { readonly chain: Chain }) => {
  const all = useMemo(() => conditionsNow(chain), [chain]);
  const open = all.filter(({ state }) => state === 'open');
  if (all.length === 0) return null;
  return (
    <section>
      <Heading level={2}>{strings.now}</Heading>
      <p className="govuk-body">{strings.nowLead(open.length)}</p>
      <StackedTable
        label={strings.now}
        columns={strings.nowColumns}
        rows={[...open, ...all.filter(({ state }) => state !== 'open')].map((one) => [
          <span key="text" className="app-words">
            {one.text}
          </span>,
          one.owner,
          one.due,
          <How key="how" {...one} />,
        ])}
      />
    </section>
  );
};
