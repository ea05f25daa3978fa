import type { TextEdit } from '../text/edit.ts';
import type { Fix } from './rule.ts';

/** A fix that a person decides on; none where nothing can be edited. */
export function offer(title: string, edits: readonly TextEdit[]): Fix[] {
  return edits.length === 0 ? [] : [{ title, safety: 'manual', edits }];
}
