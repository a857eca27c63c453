import { begun } from '../../assessment/log';
import { words } from '../../policy/present';
import { sentenceFor } from '../../strings/failures';
import { keySentences } from '../../strings/keys';
import { confirmStrings } from '../../strings/sign';
import { ConfirmSigning } from '../../views/confirm-signing';
import type { SignerForm } from '../../views/signer-details';
import { prepareRecord, type PreparedRecord, signRecord, type SignedRecord, type SigningPlace } from './sign-record';

interface ConfirmProps {
  readonly place: SigningPlace;
  readonly prepared: PreparedRecord;
  readonly details: SignerForm;
  readonly onSigned: (signed: SignedRecord) => void;
  readonly onBack: () => void;
}

/** Exactly what will be signed of an assessment. */
export const Confirm = ({ place, prepared, details, onSigned, onBack }: ConfirmProps) => {
  const { services, assessment } = place;
  const { walk, model, log } = assessment;
  return (
    <ConfirmSigning
      first={prepared}
      caption={prepared.payload.title}
      rows={({ payload: { reference, result } }) => {
        const outcome = model.outcomes.get(result.outcome);
        return [
          { key: confirmStrings.reference, value: reference },
          { key: confirmStrings.outcome, value: outcome ? words(walk, outcome.title, 'en') : result.outcome },
          { key: confirmStrings.conditions, value: String(result.conditions.length) },
        ];
      }}
      words={{
        id: confirmStrings.recordId,
        role: confirmStrings.officer,
        explain: begun(log)?.practice ? confirmStrings.practice : confirmStrings.explain,
        submit: confirmStrings.submit,
        unkept: confirmStrings.unkeptHint,
      }}
      sentence={(failure) => sentenceFor(failure, keySentences)}
      clock={services.clock}
      make={(tsa) => prepareRecord(place, prepared.key, details, tsa)}
      sign={(made, cancelled, unkept) => signRecord(place, made, cancelled, unkept)}
      onSigned={(signed) => {
        services.handOver(signed.row.fileName, 'application/pdf', signed.row.pdf);
        onSigned(signed);
      }}
      onBack={onBack}
    />
  );
};
