import { isIsoTime } from '../base/calendar';
import { idPattern } from '../base/ids';
import { isCanonicalText } from '../base/text';
import { z } from '../base/zod';

/** The parts that payloads of every kind are made of. */

export const idShape = z.string().check(z.regex(idPattern));

export const sha256Shape = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** An id of a policy, or an address made of them. */
export const nameShape = z.string().check(z.regex(/^[a-z0-9][a-z0-9/-]{0,129}$/));

/** A moment with its offset: `2026-11-22T10:15:00+00:00`. */
export const timeShape = z.string().check(z.refine(isIsoTime));

const text = (most: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(most),
    z.refine((value) => isCanonicalText(value, false)),
  );

export const lineShape = text(200);

export const paragraphShape = text(4000);

export const many = <Item extends z.core.SomeType>(item: Item, most: number) => z.array(item).check(z.maxLength(most));
