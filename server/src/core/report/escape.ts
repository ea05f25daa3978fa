/** Characters that show nothing, or turn the text around them: shown as their number. */
const HIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text of a document as a reader should see it: on one line, nothing hidden in it, and no longer than `limit`. */
export function shownText(text: string, limit = 300): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const short = line.length > limit ? `${line.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…` : line;
  return short.replace(HIDDEN, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** For HTML, in text and in quoted attributes. */
export function html(text: string): string {
  return text.replace(/[&<>"'`]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** For a cell or line of Markdown: nothing in it is markup, HTML or a link. */
export function markdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~&$@:]/g, (c) =>
    c === ':' || c === '@' ? `&#${c.charCodeAt(0)};` : `\\${c}`,
  );
}

/** A relative address for a path: every step percent-encoded, so that no name can become a scheme. */
export function pathUrl(path: string, line?: number): string {
  const steps = path.split('/').map((step) => (step === '..' ? step : encodeStep(step)));
  return `${steps.join('/')}${line === undefined ? '' : `#L${line}`}`;
}

function encodeStep(step: string): string {
  // A lone surrogate has no encoding.
  const whole = step.replace(HIDDEN, (c) => (/[\ud800-\udfff]/.test(c) ? '\ufffd' : c));
  return encodeURIComponent(whole).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
