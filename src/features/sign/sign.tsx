import { useCallback, useState } from 'react';
import { fail, type Result, succeed } from '../../base/result';
import { replay } from '../../assessment/assessment';
import { begun } from '../../assessment/log';
import { present } from '../../policy/present';
import type { Walk } from '../../policy/walk';
import { useServices } from '../../services';
import type { KeyRow } from '../../storage/database';
import { listKeys } from '../../storage/keys';
import { recordsOf } from '../../storage/records';
import { takeLeft } from '../../views/came-from';
import { Marked } from '../../views/marked';
import { Opened } from '../../views/problem';
import type { SignerForm } from '../../views/signer-details';
import { Confirm } from './confirm';
import { Done, lastOf } from './done';
import { SignForm } from './sign-form';
import type { PreparedRecord, SignedRecord, SigningPlace } from './sign-record';

interface Ready {
  readonly place: SigningPlace;
  readonly keys: readonly KeyRow[];
  readonly known: SignerForm;
  readonly signed: number;
  /** The record that was signed just now, where somebody comes back from reading it. */
  readonly done: SignedRecord | undefined;
}

/** Where signing stands: who signs is asked, what is signed is shown, or it is done. */
type Step =
  | { readonly kind: 'form'; readonly details?: SignerForm }
  | { readonly kind: 'confirm'; readonly prepared: PreparedRecord; readonly details: SignerForm }
  | { readonly kind: 'done'; readonly signed: SignedRecord };

const Steps = ({ ready }: { readonly ready: Ready }) => {
  const [step, setStep] = useState<Step>(ready.done ? { kind: 'done', signed: ready.done } : { kind: 'form' });
  switch (step.kind) {
    case 'form':
      return (
        <SignForm
          {...ready}
          known={step.details ?? ready.known}
          onPrepared={(prepared, details) => setStep({ kind: 'confirm', prepared, details })}
        />
      );
    case 'confirm':
      return (
        <Confirm
          place={ready.place}
          prepared={step.prepared}
          details={step.details}
          onSigned={(signed) => setStep({ kind: 'done', signed })}
          onBack={() => setStep({ kind: 'form', details: step.details })}
        />
      );
    case 'done':
      return <Done signed={step.signed} assessment={ready.place.assessment} />;
  }
};

/** The service that the answers name, for those who have not signed here before. */
const serviceOf = (walk: Walk): string =>
  walk.model.policy.signer?.service.flatMap((operand) => present(walk, operand, 'en'))[0] ?? '';

/** Declare, check and sign, and what comes after. */
export const Sign = ({ draft: id }: { readonly draft: string }) => {
  const services = useServices();
  const open = useCallback(async (): Promise<Result<Ready>> => {
    const draft = await services.openDraft(id);
    if (!draft.ok) return draft;
    const { database, row, model, log } = draft.value;
    if (begun(log)?.reperforms) return fail('seal.reperformance', row.title);
    const keys = await listKeys(database);
    const earlier = await recordsOf(database, id);
    const assessment = replay(model, log);
    if (!assessment || assessment.walk.outcome === undefined) return fail('seal.no-outcome', row.title);
    const [latest] = keys.ok ? keys.value : [];
    return succeed({
      done: takeLeft(`/sign/${id}`, lastOf(log)) as SignedRecord | undefined,
      place: { services, database, draft: row, assessment },
      keys: keys.ok ? keys.value : [],
      signed: earlier.ok ? earlier.value.length : 0,
      known: {
        name: latest?.name ?? '',
        job: latest?.job ?? '',
        service: latest?.service ?? serviceOf(assessment.walk),
      },
    });
  }, [id, services]);
  return (
    <Opened open={open} back={`/a/${id}`}>
      {(ready) => (
        <Marked log={ready.place.assessment.log} scope={ready.place.assessment.walk}>
          <Steps ready={ready} />
        </Marked>
      )}
    </Opened>
  );
};
