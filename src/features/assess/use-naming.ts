import { useEffect, useMemo, useState } from 'react';
import { type Earlier, type Naming, namingOf, versionsOf } from '../../assessment/versions';
import { earlierOf } from '../../storage/carry-over-pins';
import { useAssessment, useSession } from './draft-context';

const none: Earlier = new Map();

/**
 * In which walk each entry of the open draft finds its words; undefined until the versions that it stood on before have
 * been read. Where they cannot be, what they alone knew keeps its id.
 */
export const useNaming = (): Naming | undefined => {
  const { database } = useSession();
  const assessment = useAssessment();
  const [read, setRead] = useState<Earlier>();
  const versions = useMemo(() => versionsOf(assessment.log), [assessment.log]);
  const isCarriedOver = versions.length > 1;
  useEffect(() => {
    if (!isCarriedOver) return;
    void earlierOf(database, versions).then((found) => setRead(found.ok ? found.value : none));
  }, [database, versions, isCarriedOver]);
  const earlier = isCarriedOver ? read : none;
  return useMemo(() => earlier && namingOf(assessment, earlier), [assessment, earlier]);
};
