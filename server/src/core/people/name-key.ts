import { perText } from '../text/memo.ts';

/**
 * What two spellings of one name share: compatibility forms, case, blanks, and characters nobody can see are
 * set aside. For comparing only, never for showing.
 */
export const nameKey = perText((name): string =>
  name
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim(),
);

/** `Whitfield, Dana` as `Dana Whitfield`; undefined for a text that is not two parts around one comma. */
export function uninverted(name: string): string | undefined {
  const parts = name.split(',').map((part) => part.trim());
  return parts.length === 2 && parts[0] && parts[1] ? `${parts[1]} ${parts[0]}` : undefined;
}

/** A handle without its `@`, in lower case. */
export function handleKey(handle: string): string {
  return nameKey(handle).replace(/^@/, '');
}
