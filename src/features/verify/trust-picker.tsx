import { verifyStrings } from '../../strings/verify';
import { FileUpload } from '../../ui/form/file-upload';

interface TrustPickerProps {
  readonly error?: string | undefined;
  readonly onPick: (files: readonly File[]) => void;
}

/** Where the certificates are chosen that the checker trusts. */
export const TrustPicker = ({ error, onPick }: TrustPickerProps) => (
  <FileUpload
    name="trust"
    label={verifyStrings.trust}
    size="s"
    hint={verifyStrings.trustHint}
    accept=".pem,.crt,.cer,.json"
    multiple
    error={error}
    onChange={(event) => onPick([...(event.target.files ?? [])])}
  />
);
