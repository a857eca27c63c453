/** Where something stands in a JSON value: keys and numbers, outermost first. */
export type Path = readonly PropertyKey[];

/** A place in a JSON file, as `questions[3].fields[0].id`. */
export const pathText = (path: Path): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );
