import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enclosedName, plainFileName } from '../../src/base/file-name';

/** What a record takes as the name of an enclosed file, and every system as the name of a file. */
const fit = /^(?=.{1,120}$)[A-Za-z0-9](?:[A-Za-z0-9 ._()-]*[A-Za-z0-9_()-])?$/;

describe('the name of a file from outside', () => {
  it.each([
    ['letter.pdf', 'letter.pdf'],
    ['../../etc/passwd', 'etc_passwd'],
    ['C:\\council\\plan.pdf', 'C__council_plan.pdf'],
    ['invoice\u202efdp.exe', 'invoice_fdp.exe'],
    ['nul\u0000.pdf', 'nul_.pdf'],
    ['Llythyr â nodiadau.pdf', 'Llythyr _ nodiadau.pdf'],
    ['plan. . .', 'plan'],
    ['...', 'file'],
    ['', 'file'],
  ])('%j is %j', (name, plain) => {
    expect(plainFileName(name)).toBe(plain);
  });

  it('keeps its ending when it is shortened', () => {
    expect(plainFileName(`${'a'.repeat(300)}.pdf`)).toBe(`${'a'.repeat(116)}.pdf`);
    expect(enclosedName(12, `${'a'.repeat(300)}.pdf`)).toBe(`evidence-12-${'a'.repeat(104)}.pdf`);
  });

  it('is never a reserved one where it is enclosed', () => {
    expect(enclosedName(1, 'CON')).toBe('evidence-1-CON');
  });

  it('fits, whatever it was', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: fc.constantFrom('.', ' ', '_', '-', '/', 'a', '\u202e', '\u0000', '('), maxLength: 300 }),
    );
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 40 }), (name, number) => {
        expect(plainFileName(name)).toMatch(fit);
        expect(enclosedName(number, name)).toMatch(fit);
        expect(plainFileName(plainFileName(name))).toBe(plainFileName(name));
      }),
    );
  });
});
