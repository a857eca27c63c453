import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromUtf8, utf8 } from '../../src/base/bytes';
import { packBackup, unpackBackup } from '../../src/storage/backup-file';

const subtle = webcrypto.subtle as SubtleCrypto;
const random = (length: number): Uint8Array => webcrypto.getRandomValues(new Uint8Array(length));
const locking = { subtle, random, passphrase: 'dŵr glân 2026' };
const open = { subtle, passphrase: '' };
const codeOf = async (file: Uint8Array<ArrayBuffer>, passphrase = ''): Promise<string | undefined> => {
  const result = await unpackBackup(file, { subtle, passphrase });
  return result.ok ? undefined : result.failures[0]?.code;
};
const body = utf8('{"drafts":[]}\nand bytes');

describe('a backup file', () => {
  it('comes out as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        const file = await packBackup(new Uint8Array(bytes));
        expect(await unpackBackup(file, open)).toEqual({ ok: true, value: new Uint8Array(bytes) });
      }),
    );
  });

  it('with a passphrase opens with it alone, holds no word in the clear, and names how it is encrypted', async () => {
    const file = await packBackup(body, locking);
    expect(fromUtf8(file)).toBeUndefined();
    expect(new TextDecoder('latin1').decode(file)).not.toContain('drafts');
    expect(new TextDecoder('latin1').decode(file)).toMatch(
      /"cipher":"AES-GCM","derivation":"PBKDF2-SHA-256","iterations":600000,"iv":"[0-9a-f]{24}","salt":"[0-9a-f]{32}"/,
    );
    expect(await unpackBackup(file, locking)).toEqual({ ok: true, value: body });
    expect(await codeOf(file)).toBe('backup.locked');
    expect(await codeOf(file, 'dwr glan 2026')).toBe('backup.passphrase');
    expect(await unpackBackup(file, { subtle: undefined, passphrase: 'x' })).toMatchObject({
      failures: [{ code: 'backup.insecure' }],
    });
  });

  it('is refused with a reason when any one byte of it is another', async () => {
    const file = await packBackup(body);
    for (let at = 0; at < file.length; at++) {
      const other = file.slice();
      other[at] = (other[at] ?? 0) ^ 1;
      expect(['backup.not-a-backup', 'backup.version', 'backup.damaged', 'backup.cut-off']).toContain(
        await codeOf(other),
      );
    }
  });

  it('with a passphrase too, its parameters among the bytes', async () => {
    const file = await packBackup(body, locking);
    const at = (text: string): number => new TextDecoder('latin1').decode(file).indexOf(text) + text.length;
    for (const [place, byte] of [
      ['"iterations":', '7'],
      ['"iv":"', 'x'],
      ['"salt":"', 'x'],
      ['"length":', '9'],
    ] as const) {
      const other = file.slice();
      other[at(place)] = byte.charCodeAt(0);
      expect(await codeOf(other, locking.passphrase)).toMatch(/^backup\.(damaged|cut-off|passphrase)$/);
    }
    for (let place = file.length - 30; place < file.length; place++) {
      const other = file.slice();
      other[place] = (other[place] ?? 0) ^ 128;
      expect(await codeOf(other, locking.passphrase)).toBe('backup.damaged');
    }
  });

  it('that was cut off, or is something else, is refused as that', async () => {
    const file = await packBackup(body);
    expect(await codeOf(file.slice(0, -1))).toBe('backup.cut-off');
    for (const other of ['', '\n', '%PDF-1.7\n…', '{"format":"record/0"}\n', 'x'.repeat(5000)])
      expect(await codeOf(utf8(other))).toBe('backup.not-a-backup');
    expect(await codeOf(utf8('{"format":"backup/7","length":3}\nabc'))).toBe('backup.version');
  });

  it('never throws for bytes from anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.string(), async (bytes, passphrase) => {
        expect(await codeOf(new Uint8Array(bytes), passphrase)).toBeDefined();
      }),
    );
  });
});
