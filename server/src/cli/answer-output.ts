import pc from 'picocolors';
import type { Paint } from '../core/answers/who-text.ts';
import { colours } from './check-command.ts';
import type { Host } from './host.ts';
import { visible } from './reporters/text.ts';

/** An answer with what could steer a terminal made visible. */
export function harmless<T>(answer: T): T {
  return JSON.parse(JSON.stringify(answer), (_, value: unknown) =>
    typeof value === 'string' ? visible(value) : value,
  ) as T;
}

/** Colours where the terminal takes them. */
export function paint(host: Host): Paint {
  const { bold, dim, yellow } = pc.createColors(colours(host));
  return { bold, dim, warn: yellow };
}
