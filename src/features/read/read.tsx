import { useCallback, useEffect, useState } from 'react';
import type { Readable } from '../../pdf/read';
import type { ProvenRecord } from '../../record/chain';
import { type Services, useServices, type Verifying } from '../../services';
import { type FoundFile, readReading } from '../../storage/reading';
import { readStrings } from '../../strings/read';
import { verdictTitle } from '../../strings/verdict-title';
import { Heading, Link } from '../../ui';
import type { Verdict } from '../../verify/verdict';
import { backFrom } from '../../views/came-from';
import { Loading } from '../../views/problem';
import { Refused } from '../../views/refused';
import { Screen } from '../../views/screen';
import { useLatest } from '../../views/use-latest';
import { ReadDocument } from './read-document';

type State =
  | { readonly kind: 'working' | 'unknown' }
  | { readonly kind: 'refused'; readonly verdict: Verdict; readonly back: string }
  | {
      readonly kind: 'ready';
      readonly id: string;
      readonly file: FoundFile;
      readonly document: Readable;
      readonly record: ProvenRecord | undefined;
    };

/** The screen from which a file is opened to be read, where none is remembered: the list of those signed here, or the check of one from elsewhere. */
const cameFrom: Readonly<Record<FoundFile['from'], string>> = { signed: '/drafts', opened: '/verify' };

/** Finds a document and checks it: nothing is shown that was not proven. */
const opened = async (
  { database, verify }: Pick<Services, 'database' | 'verify'>,
  id: string,
  running: (verifying: Verifying) => void,
): Promise<State> => {
  const open = await database();
  const kept = open.ok ? await readReading(open.value, id) : open;
  if (!kept.ok || !kept.value) return { kind: 'unknown' };
  const verifying = verify(kept.value.pdf, []);
  running(verifying);
  const verdict = await verifying.result;
  const { proven } = verdict;
  const { readable } = await import('../../pdf/read');
  const document = proven && readable(proven);
  return document
    ? { kind: 'ready', id, file: kept.value, document, record: proven.record }
    : { kind: 'refused', verdict, back: cameFrom[kept.value.from] };
};

/** A signed document of this browser, or the one opened last, read as a page. */
export const Read = ({ file: id }: { readonly file: string }) => {
  const services = useServices();
  const [state, setState] = useState<State>({ kind: 'working' });
  const { run, stop } = useLatest();
  const open = useCallback(() => run((running) => opened(services, id, running), setState), [services, id, run]);
  useEffect(() => {
    open();
    return stop;
  }, [open, stop]);
  switch (state.kind) {
    case 'working':
      return <Loading />;
    case 'unknown':
      return (
        <Screen title={readStrings.unknown.title} back="/">
          <Heading>{readStrings.unknown.title}</Heading>
          <p className="govuk-body">{readStrings.unknown.text}</p>
          <p className="govuk-body">
            <Link href="/verify">{readStrings.unknown.check}</Link>
          </p>
        </Screen>
      );
    case 'refused':
      return (
        <Screen title={readStrings.refused} back={state.back}>
          <Heading>{readStrings.refused}</Heading>
          <Refused title={verdictTitle(state.verdict)} why={readStrings.why} verdict={state.verdict} />
        </Screen>
      );
    case 'ready':
      return <ReadDocument {...state} back={backFrom(state.id) ?? cameFrom[state.file.from]} />;
  }
};
