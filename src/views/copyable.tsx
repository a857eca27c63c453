import { useRef, useState } from 'react';
import { Button } from '../ui';
import { Textarea } from '../ui/form/textarea';

export interface CopyableProps {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  /** What the button says, and what is said once it has worked, or has not. */
  readonly words: { readonly copy: string; readonly copied: string; readonly notCopied: string };
  /** Puts the text on the clipboard; false where that is not possible. */
  readonly copy: (text: string) => Promise<boolean>;
}

const mostRows = 20;
/** About as many characters as a line of the box holds on a wide screen. */
const width = 75;

/** A text to be taken elsewhere. Where it cannot be copied for the person, it is selected for them to do so. */
export const Copyable = ({ name, label, text, words, copy }: CopyableProps) => {
  const box = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState<{ readonly about: string; readonly words: string }>();
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  const take = async (): Promise<void> => {
    const isCopied = await copy(text);
    if (!isCopied) box.current?.select();
    setSaid({ about: text, words: isCopied ? words.copied : words.notCopied });
  };
  return (
    <>
      <Textarea ref={box} name={name} label={label} size="s" value={text} rows={Math.min(mostRows, lines)} readOnly />
      <div className="app-copy">
        <Button type="button" look="secondary" onClick={() => void take()}>
          {words.copy}
        </Button>
        <span className="govuk-body" role="status">
          {said?.about === text ? said.words : ''}
        </span>
      </div>
    </>
  );
};
