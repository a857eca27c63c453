import { useEffect, useState } from 'react';
import type { Failure } from '../../base/result';
import { useServices } from '../../services';
import type { RecordKind } from '../../storage/database';
import { en } from '../../strings/en';
import { Loading, Problem } from '../../views/problem';
import { Screen } from '../../views/screen';

interface NewDraftProps {
  readonly policy: string;
  readonly kind: RecordKind;
  readonly navigate: (to: string, options?: { readonly replace?: boolean }) => void;
}

/** Begins an assessment under a policy, and goes to its first page. */
export const NewDraft = ({ policy, kind, navigate }: NewDraftProps) => {
  const services = useServices();
  const [failures, setFailures] = useState<readonly Failure[]>();
  useEffect(() => {
    let gone = false;
    void services.beginDraft(policy, kind).then((result) => {
      if (gone) return;
      if (result.ok) navigate(`/a/${result.value}/resume`, { replace: true });
      else setFailures(result.failures);
    });
    return () => {
      gone = true;
    };
  }, [services, policy, kind, navigate]);
  if (!failures) return <Loading />;
  return (
    <Screen title={en.problem.title} back="/">
      <Problem failures={failures} />
    </Screen>
  );
};
