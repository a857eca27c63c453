/** The lines of a calendar file with their folds undone; throws where a line breaks a rule of RFC 5545. */
export const calendarLines = (file: string): readonly string[] => {
  if (!file.endsWith('\r\n')) throw new Error('the last line does not end');
  if (/\r(?!\n)|(?<!\r)\n/.test(file)) throw new Error('a line break is not CRLF');
  for (const line of file.split('\r\n'))
    if (new TextEncoder().encode(line).length > 75) throw new Error(`longer than 75 octets: ${line}`);
  return file.replaceAll('\r\n ', '').slice(0, -2).split('\r\n');
};

const unescaped = (text: string): string =>
  text.replace(/\\(.)/g, (_, character: string) => (/n/i.test(character) ? '\n' : character));

/** The entries of a calendar file, each with its properties by name, parameters left in the name. */
export const calendarEntries = (file: string): readonly ReadonlyMap<string, string>[] => {
  const entries: Map<string, string>[] = [];
  for (const line of calendarLines(file)) {
    const colon = line.indexOf(':');
    const [name, value] = [line.slice(0, colon), line.slice(colon + 1)];
    if (line === 'BEGIN:VEVENT') entries.push(new Map());
    else entries.at(-1)?.set(name, unescaped(value));
  }
  return entries;
};
