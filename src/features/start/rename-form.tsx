import { useCallback, useEffect, useRef, useState } from 'react';
import { failure } from '../../base/result';
import { canonicalText, refusedCharacters } from '../../base/text';
import { draftsStrings } from '../../strings/drafts';
import { sentenceFor } from '../../strings/failures';
import { Button, TextInput } from '../../ui';
import { longestDraftName } from './shown-drafts';

interface RenameFormProps {
  readonly id: string;
  readonly name: string;
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
}

/** What is wrong with a name, if anything. The same characters are allowed as in records. */
const faultIn = (name: string): string | undefined => {
  const refused = refusedCharacters(name, false);
  if (refused.length > 0) return sentenceFor(failure('field.characters', 'name', { characters: refused.join(' ') }));
  return name.length > longestDraftName ? draftsStrings.nameLong(longestDraftName) : undefined;
};

/** Gives a draft a name of the officer's own, or takes it away. */
export const RenameForm = ({ id, name, onSave, onCancel }: RenameFormProps) => {
  const [text, setText] = useState(name);
  const [fault, setFault] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const focus = useCallback(() => form.current?.querySelector('input')?.focus(), []);
  useEffect(focus, [focus]);
  const submit = (event: { readonly preventDefault: () => void }): void => {
    event.preventDefault();
    const clean = canonicalText(text, false);
    const found = faultIn(clean);
    setFault(found);
    if (found === undefined) onSave(clean);
    else focus();
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <TextInput
        id={`name-${id}`}
        name="name"
        label={draftsStrings.name}
        size="s"
        hint={draftsStrings.nameHint}
        error={fault}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="govuk-button-group">
        <Button>{draftsStrings.save}</Button>
        <Button type="button" look="link" onClick={onCancel}>
          {draftsStrings.cancel}
        </Button>
      </div>
    </form>
  );
};
