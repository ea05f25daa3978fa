/**
 * URIs as the server needs them: clients write one file in several ways (`%3A`, drive letters), so places are
 * compared by key and walked by path. Nothing here opens anything.
 */
export interface UriParts {
  /** `file://`, `vscode-vfs://github`, `untitled:`: everything before the path. */
  readonly prefix: string;
  readonly scheme: string;
  /** Decoded, with `/`; a Windows drive in lower case: `/c:/work/a.md`. */
  readonly path: string;
}

const URI = /^([a-z][a-z0-9+.-]*):(?:(\/\/)([^/?#]*))?([^?#]*)/i;

/** The parts of a URI; query and fragment are left out. Never throws. */
export function partsOf(uri: string): UriParts {
  const match = URI.exec(uri);
  if (!match) return { prefix: '', scheme: '', path: decode(uri) };
  const scheme = (match[1] ?? '').toLowerCase();
  const prefix = `${scheme}:${match[2] ?? ''}${match[3] ?? ''}`;
  const path = decode(match[4] ?? '').replace(
    /^\/([A-Za-z]):/,
    (_, drive: string) => `/${drive.toLowerCase()}:`,
  );
  return { prefix, scheme, path };
}

/** One spelling for every spelling of a URI. */
export function keyOf(uri: string): string {
  const { prefix, path } = partsOf(uri);
  const rest = prefix.startsWith('file:') || prefix === '' ? '' : (/[?#].*$/s.exec(uri)?.[0] ?? '');
  return `${prefix} ${path}${rest}`;
}

/** The URI of a path beside a file or folder with this prefix. */
export function uriOf(prefix: string, path: string): string {
  return prefix + path.split('/').map(encodeStep).join('/');
}

/** True when `path` lies in `folder` (or is it). Both decoded, with `/`. */
export function isUnder(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** The path relative to a folder that holds it. */
export function relativeTo(folder: string, path: string): string {
  return path.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
}

/** Resolves `.` and `..`. */
export function normalize(path: string): string {
  const out: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') {
      if (out.length > 1) out.pop();
    } else if (step !== '.' && (step !== '' || out.length === 0)) out.push(step);
  }
  return out.join('/') || '/';
}

function encodeStep(step: string): string {
  return encodeURIComponent(step).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Schemes whose documents are other versions or views of a file: never ours, or one finding would show twice. */
const VIEWS =
  /^(?:git|gitfs|git-index|gitlens|gitlens-git|hg|svn|scm|pr|review|output|debug|comment|walkthroughsnippet|vscode-(?:local-history|timeline|scm|notebook-cell|interactive|userdata|settings|chat).*|chat-.*|conflictresolution)$/;

/** Whether a document of this scheme may be ours at all. */
export function isEditable(scheme: string): boolean {
  return !VIEWS.test(scheme);
}
