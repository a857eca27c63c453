import { type ComponentType, lazy, useState } from 'react';

/**
 * A component in a file of its own, and what fetches it before it is needed. Once it is there it is drawn with the rest:
 * React's `lazy` alone leaves a hole first, for some 300 ms even then. A fetch that fails is tried again when it is needed.
 */
export const fetchedAhead = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  let there: ComponentType<Props> | undefined;
  const fetched = async () => ({ default: (there ??= await load()) });
  const Lazy = lazy(fetched);
  const FetchedAhead = (props: Props) => {
    const [Shown] = useState<ComponentType<Props>>(() => there ?? Lazy);
    return <Shown {...props} />;
  };
  return [FetchedAhead, fetched] as const;
};
