import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failure } from '../../src/base/result';
import { backupSentences } from '../../src/strings/backup';
import { caseSentences } from '../../src/strings/case-failures';
import { sentenceFor } from '../../src/strings/failures';
import { fileSentences } from '../../src/strings/file-failures';
import { keySentences } from '../../src/strings/keys';
import { lockSentences } from '../../src/strings/lock';
import { policySentences } from '../../src/strings/policy-failures';
import { proofSentences } from '../../src/strings/proof';
import { settingsSentences } from '../../src/strings/settings-failures';

const files = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) ? [path] : [];
  });

/** Every code that a call of `fail` or `failure` in a room gives out. */
const codesIn = (...rooms: readonly string[]): readonly string[] => [
  ...new Set(
    rooms
      .flatMap((room) => files(join('src', room)))
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/'([a-z]+(?:\.[a-z0-9-]+)+)'/g)].map((match) => match[1] ?? ''),
      )
      .filter((code) =>
        /^(?:address|backup|cases|draft|field|file|json|lint|load|lock|money|policy|proof|seal|settings|shape|sign|storage|pkcs12|issued|key|timestamp|certificate)\./.test(
          code,
        ),
      )
      .filter((code) => !code.endsWith('.json')),
  ),
];

describe('what went wrong, in words', () => {
  test.each(codesIn('base', 'policy', 'assessment', 'storage', 'features', 'app', 'views', 'record', 'signing'))(
    '%s has a sentence',
    (code) => {
      const sentence = sentenceFor(failure(code, 'somewhere', { kind: 'choice' }), {
        ...policySentences,
        ...proofSentences,
        ...caseSentences,
        ...settingsSentences,
        ...keySentences,
        ...lockSentences,
        ...backupSentences,
        ...fileSentences,
      });
      expect(sentence).not.toContain(code);
      expect(sentence.length).toBeGreaterThan(10);
    },
  );

  test('a code without a sentence is shown, so that it can be reported', () => {
    expect(sentenceFor(failure('unheard.of', ''))).toContain('unheard.of');
  });
});
