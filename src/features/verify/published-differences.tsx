import { useMemo } from 'react';
import { policyDifferences } from '../../policy/differences';
import { words } from '../../policy/present';
import type { Policy } from '../../policy/schema';
import { settingDifferences } from '../../policy/setting-differences';
import type { Settings } from '../../policy/settings';
import type { Wording } from '../../policy/text';
import type { ProvenRecord } from '../../record/chain';
import { walkOf } from '../../record/sequel-rules';
import { publishedStrings as strings } from '../../strings/published';
import { Details } from '../../ui';
import { StackedTable } from '../../ui/content/stacked-table';
import { SummaryList } from '../../ui/content/summary-list';

/** So many differences are named of one kind: whoever has more compares the two files. */
const most = 40;

const More = ({ all }: { readonly all: number }) =>
  all > most ? <p className="govuk-body">{strings.more(all - most)}</p> : null;

const Nothing = () => <p className="govuk-body">{strings.nothing}</p>;

const useNames = (record: ProvenRecord): ((id: string, label: Wording | undefined) => string) => {
  const walk = useMemo(() => walkOf(record), [record]);
  return (id, label) => (label === undefined ? id : words(walk, label, record.payload.language));
};

/** Which parts of the policy differ: its questions, conditions and so on by their names. */
export const PolicyDifferences = ({ record, policy }: { readonly record: ProvenRecord; readonly policy: Policy }) => {
  const found = useMemo(() => policyDifferences(record.policy, policy), [record, policy]);
  const nameOf = useNames(record);
  const rows = [...new Set(found.map(({ part }) => part))].map((part) => {
    const inside = found.filter((one) => one.part === part);
    return {
      key: strings.parts[part],
      value: (
        <>
          <ul className="govuk-list app-words">
            {inside.slice(0, most).map(({ id, label, change }) => (
              <li key={id}>{strings.change(nameOf(id, label), change)}</li>
            ))}
          </ul>
          <More all={inside.length} />
        </>
      ),
    };
  });
  return (
    <Details summary={strings.policyDifferences}>{rows.length > 0 ? <SummaryList rows={rows} /> : <Nothing />}</Details>
  );
};

/** Which settings differ, with what each file says. */
export const SettingsDifferences = ({
  record,
  settings,
}: {
  readonly record: ProvenRecord;
  readonly settings: Settings;
}) => {
  const { policy, payload } = record;
  const found = useMemo(
    () => settingDifferences(record.settings, settings, policy, payload.language),
    [record, settings, policy, payload],
  );
  const nameOf = useNames(record);
  const rows = found
    .slice(0, most)
    .map((one) => [
      one.part === 'app' ? strings.app(one.id) : nameOf(one.id, one.label),
      strings.first(one),
      strings.second(one),
    ]);
  return (
    <Details summary={strings.settingsDifferences}>
      {rows.length > 0 ? (
        <StackedTable
          label={strings.settingsDifferences}
          columns={[strings.setting, strings.inRecord, strings.asPublished]}
          rows={rows}
          rowHeaders
        />
      ) : (
        <Nothing />
      )}
      <More all={found.length} />
    </Details>
  );
};
