import { useState } from 'react';
import { fail, type Result } from '../../base/result';
import type { PublicExtract } from '../../pdf/extract';
import type { ProvenRecord } from '../../record/chain';
import { extractNameOf } from '../../record/file-name';
import { useServices } from '../../services';
import { readStrings } from '../../strings/read';
import { Button, ButtonGroup, Details } from '../../ui';

/** Downloads of what a council may publish of the record. */
export const TakeExtract = ({ record }: { readonly record: ProvenRecord }) => {
  const services = useServices();
  const [fault, setFault] = useState<string>();
  const make = async (): Promise<Result<PublicExtract>> => {
    const { makeExtract } = await import('../../pdf/extract');
    return services.printAssets().then(
      (assets) => makeExtract(record, assets),
      (error) => fail('load.unreachable', String(error)),
    );
  };
  const take = async (form: 'pdf' | 'csv'): Promise<void> => {
    const made = await make();
    if (!made.ok) return setFault(readStrings.failed(made.failures.map(({ code }) => code).join(', ')));
    setFault(undefined);
    const type = form === 'pdf' ? 'application/pdf' : 'text/csv';
    services.handOver(extractNameOf(record.payload, form), type, made.value[form]);
  };
  return (
    <div className="app-no-print">
      <Details summary={readStrings.extract}>
        <p className="govuk-body">{readStrings.extractLead}</p>
        <ButtonGroup>
          {(['pdf', 'csv'] as const).map((form) => (
            <Button key={form} type="button" look="secondary" onClick={() => void take(form)}>
              {readStrings[form]}
            </Button>
          ))}
        </ButtonGroup>
        {fault !== undefined && (
          <p className="govuk-error-message" role="alert">
            {fault}
          </p>
        )}
      </Details>
    </div>
  );
};
