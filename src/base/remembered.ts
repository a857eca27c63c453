/** The same work, done once for each object that it is given: which must not change afterwards. */
export const remembered = <Given extends object, Found extends object | string>(
  work: (given: Given) => Found,
): ((given: Given) => Found) => {
  const known = new WeakMap<Given, Found>();
  return (given) => {
    const found = known.get(given) ?? work(given);
    known.set(given, found);
    return found;
  };
};
