import { html } from './escape.ts';

/** A part of a bar; `tone` is its class in the style sheet. */
export interface BarPart {
  readonly tone: string;
  readonly value: number;
}

export interface Bar {
  readonly label: string;
  /** What stands behind the bar. */
  readonly text: string;
  readonly parts: readonly BarPart[];
}

const ROW = 30;

/** Horizontal bars to one scale. `about` says in words what the chart shows: it stands in for the picture. */
export function barChart(about: string, bars: readonly Bar[], labels = 128): string {
  const width = 560;
  const room = width - labels - 150;
  const total = (bar: Bar): number => bar.parts.reduce((sum, { value }) => sum + value, 0);
  const most = Math.max(1, ...bars.map(total));
  const rows = bars.map((bar, i) => {
    const y = i * ROW;
    let x = labels;
    const drawn = bar.parts.map(({ tone, value }) => {
      if (value === 0) return '';
      const w = Math.max(2, (value / most) * room);
      const rect = `<rect class="${tone}" x="${n(x)}" y="${y + 6}" width="${n(w)}" height="16" rx="2"/>`;
      x += w + 1;
      return rect;
    });
    const text = (at: number, name: string, words: string): string =>
      `<text class="${name}" x="${n(at)}" y="${y + 19}">${html(words)}</text>`;
    return `${text(0, 'label', bar.label)}${drawn.join('')}${text(x + 8, 'value', bar.text)}`;
  });
  return svg(about, width, bars.length * ROW, rows.join(''));
}

/** One moment of the timeline. */
export interface Mark {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly late: boolean;
  readonly tip: string;
}

export interface Lane {
  readonly label: string;
  readonly marks: readonly Mark[];
}

const [LEFT, RIGHT, WIDTH] = [150, 24, 1100];
const [DOT, STEP, LEVELS] = [5.5, 14, 8];

/** How far the timeline looks back and ahead, in days. */
const [BACK, AHEAD] = [90, 210];

/** Marks on lanes along a line of months, with today. What lies further off stands at the edge. */
export function timeline(
  about: string,
  lanes: readonly Lane[],
  today: number,
  months: readonly Mark[],
): string {
  const days = lanes.flatMap(({ marks }) => marks.map(({ day }) => day));
  const from = Math.max(today - BACK, Math.min(today - 14, ...days) - 7);
  const to = Math.min(today + AHEAD, Math.max(today + 30, ...days) + 14);
  const x = (day: number): number =>
    LEFT + ((Math.min(Math.max(day, from), to) - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
  const parts: string[] = [];
  let y = 26;
  const top = y;
  for (const { label, marks } of lanes) {
    const placed = stacked(marks, x);
    const height = Math.max(34, (Math.max(0, ...placed.map(({ level }) => level)) + 1) * STEP + 18);
    const middle = y + height / 2;
    parts.push(`<line class="rule" x1="0" x2="${WIDTH}" y1="${y}" y2="${y}"/>`);
    parts.push(`<text class="label" x="0" y="${n(middle + 4)}">${html(label)}</text>`);
    const levels = Math.max(0, ...placed.map(({ level }) => level));
    for (const { mark, at, level, more } of placed) {
      const cy = middle + (levels * STEP) / 2 - level * STEP;
      parts.push(
        more > 0
          ? `<text class="value more" x="${n(at)}" y="${n(cy + 4)}">+${more}</text>`
          : `<g><title>${html(mark.tip)}</title>${shape(mark.late, at, cy)}</g>`,
      );
    }
    y += height;
  }
  const ticks = months
    .filter(({ day }) => day >= from && day <= to)
    .map(({ day, tip }) => {
      const at = n(x(day));
      const text =
        Math.abs(x(day) - x(today)) < 44 ? '' : `<text class="tick" x="${at}" y="14">${html(tip)}</text>`;
      return `<line class="rule" x1="${at}" x2="${at}" y1="${top}" y2="${y}"/>${text}`;
    });
  const now = n(x(today));
  const line = `<line class="today" x1="${now}" x2="${now}" y1="${top - 6}" y2="${y}"/><text class="tick now" x="${now}" y="14">today</text>`;
  return svg(
    about,
    WIDTH,
    y + 1,
    `${ticks.join('')}${line}${parts.join('')}<line class="rule" x1="0" x2="${WIDTH}" y1="${y}" y2="${y}"/>`,
  );
}

/** Late ones are diamonds, so that the colour is not all that tells them. */
function shape(late: boolean, cx: number, cy: number): string {
  if (!late) return `<circle class="running" cx="${n(cx)}" cy="${n(cy)}" r="${DOT}"/>`;
  const r = DOT + 1;
  return `<path class="late" d="M${n(cx)} ${n(cy - r)}l${r} ${r}l-${r} ${r}l-${r} -${r}z"/>`;
}

interface Placed {
  readonly mark: Mark;
  readonly at: number;
  level: number;
  /** How many this one stands for that found no room. */
  more: number;
}

/** Marks that would cover each other one above the other; those that find no room are counted. */
function stacked(marks: readonly Mark[], x: (day: number) => number): Placed[] {
  const ends: number[] = [];
  const out: Placed[] = [];
  let last: Placed | undefined;
  for (const mark of [...marks].sort((a, b) => a.day - b.day)) {
    const at = x(mark.day);
    let level = ends.findIndex((end) => end <= at);
    if (level < 0) level = ends.length;
    if (level >= LEVELS) {
      if (last && at - last.at < 2 * STEP) last.more++;
      else {
        last = { mark, at, level: LEVELS, more: 1 };
        out.push(last);
      }
      continue;
    }
    ends[level] = at + 2 * DOT + 2;
    out.push({ mark, at, level, more: 0 });
  }
  return out;
}

function svg(about: string, width: number, height: number, content: string): string {
  return `<svg role="img" aria-label="${html(about)}" viewBox="0 0 ${width} ${n(height)}" width="${width}" height="${n(height)}">${content}</svg>`;
}

/** A coordinate, short and the same on every machine. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
