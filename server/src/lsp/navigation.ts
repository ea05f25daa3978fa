import type {
  CancellationToken,
  CodeLens,
  DocumentLink,
  FoldingRange,
  InlayHint,
  Location,
  Range,
  ReferenceParams,
  SymbolInformation,
  TextDocumentPositionParams,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import type { LoadedConfig } from '../core/config/load.ts';
import type { Named, Subject } from '../core/features/definition.ts';
import type { Span } from '../core/text/span.ts';
import type { DocumentFacts } from '../core/workspace/facts.ts';
import type { Analysis, Analyzer } from './analysis.ts';
import type { Client } from './client.ts';
import { type Documents, OpenDocument } from './documents.ts';
import type { Gate } from './gate.ts';
import type { Host } from './host.ts';
import { pooled } from './pool.ts';
import { Lines } from './position.ts';
import type { DocumentSettings, SettingsStore } from './settings.ts';
import { keyOf, partsOf, uriOf } from './uri.ts';
import type { WorkspaceIndex } from './workspace.ts';

/** Symbols given at once; a longer query finds the others. */
const MAX_SYMBOLS = 1_000;

// The protocol's numbers.
const FILE_SYMBOL = 1;
const PERSON_SYMBOL = 14; // Constant

/** What stands at a place, and in which company's terms. */
interface Found extends Named {
  readonly document: OpenDocument;
  readonly place: DocumentSettings;
}

/** Leads from names to what they stand for, and back, through all of the workspace. */
export class Navigation {
  /** Where documents are introduced; facts are replaced when their file changes. */
  readonly #symbolPlaces = new WeakMap<DocumentFacts, Location>();

  constructor(
    private readonly host: Host,
    private readonly client: Client,
    private readonly documents: Documents,
    private readonly settings: SettingsStore,
    private readonly analyzer: Analyzer,
    private readonly workspace: WorkspaceIndex,
  ) {}

  register(gate: Gate): void {
    gate.request('textDocument/documentLink', (params: Of) => this.links(params));
    gate.request('textDocument/definition', (params: TextDocumentPositionParams) => this.definition(params));
    gate.request('textDocument/references', (params: ReferenceParams, token) =>
      this.references(params, token),
    );
    gate.request('workspace/symbol', (params: WorkspaceSymbolParams, token) => this.symbols(params, token));
    gate.request('textDocument/codeLens', (params: Of) => this.lenses(params));
    gate.request('textDocument/inlayHint', (params: Of & { range: Range }) => this.hints(params));
    gate.request('textDocument/foldingRange', (params: Of) => this.folds(params));
  }

  async #ours({ textDocument }: Of): Promise<{ document: OpenDocument; analysis: Analysis } | undefined> {
    const document = this.documents.get(textDocument.uri);
    const analysis = document?.isMarkdown ? await this.analyzer.of(document) : undefined;
    return document && analysis && { document, analysis };
  }

  async links(params: Of): Promise<DocumentLink[]> {
    const { documentLinks } = await import('../core/features/links.ts');
    const found = await this.#ours(params);
    if (!found) return this.#peopleLink(params);
    const { document, analysis } = found;
    const { prefix, root } = analysis.place;
    const self = analysis.place.inWorkspace ? analysis.place.shownPath : document.path.slice(root.length + 1);
    return documentLinks(analysis.doc, self).map(({ span, path, heading }) => ({
      range: document.lines.rangeOf(span),
      target:
        this.#uri(prefix, `${root === '/' ? '' : root}/${path}`) +
        (heading === undefined ? '' : `#${encodeURIComponent(heading)}`),
    }));
  }

  /** The path of the people register in a configuration. */
  async #peopleLink({ textDocument }: Of): Promise<DocumentLink[]> {
    const document = this.documents.get(textDocument.uri);
    if (!document || !this.settings.concerns(document.uri)) return [];
    const { nodeAt } = await import('../core/yaml/node.ts');
    const { parseYaml } = await import('../core/yaml/parse.ts');
    const { loaded, prefix } = await this.settings.load(document.uri);
    const [config, people] = loaded.files;
    const node = nodeAt(parseYaml(document.text, 0).root, 'people');
    if (config?.path !== document.path || !people || node?.kind !== 'scalar') return [];
    return [{ range: document.lines.rangeOf(node.inner), target: this.#uri(prefix, people.path) }];
  }

  /** What stands at a place of a document, a production register or the people register. */
  async subjectAt({ textDocument, position }: TextDocumentPositionParams): Promise<Found | undefined> {
    const { subjectAt, subjectInRegister } = await import('../core/features/definition.ts');
    const found = await this.#ours({ textDocument });
    if (found) {
      const { document, analysis } = found;
      const named = subjectAt(analysis.reading, document.lines.offsetAt(position));
      return named && { ...named, document, place: analysis.place };
    }
    const document = this.documents.get(textDocument.uri);
    if (!document || document.isMarkdown || !this.settings.concerns(document.uri)) return undefined;
    const place = await this.settings.load(document.uri);
    const file = registerFile(place.loaded);
    // Places of another state of the text are not places of this one.
    if (file?.path !== document.path || file.text !== document.text) return undefined;
    const named = subjectInRegister(place.loaded.people, document.lines.offsetAt(position));
    return named && { ...named, document, place };
  }

  async definition(params: TextDocumentPositionParams): Promise<Location[]> {
    await this.workspace.settled();
    const found = await this.subjectAt(params);
    if (!found) return this.#rowDefinition(params);
    const { subject, place } = found;
    if (subject.kind === 'initiative') return this.#documentsOf(found, subject.initiative);
    const { declarationIn } = await import('../core/features/definition.ts');
    const span = declarationIn(place.loaded.people, subject);
    return span ? this.#inRegister(place, span) : [];
  }

  /** From a row of a production register to its document. */
  async #rowDefinition(params: TextDocumentPositionParams): Promise<Location[]> {
    const { registerTables } = await import('../core/document/register.ts');
    const { touches } = await import('../core/text/span.ts');
    const { resolveLink } = await import('../core/workspace/links.ts');
    const found = await this.#ours(params);
    const place = this.workspace.place(params.textDocument.uri);
    if (found?.analysis.doc.type !== 'ai-system-register' || !place) return [];
    const offset = found.document.lines.offsetAt(params.position);
    const line = registerTables(found.analysis.doc.outline)
      .flatMap(({ rows }) => rows)
      .find(({ systemSpan }) => touches(systemSpan, offset));
    if (!line) return [];
    const document = line.link && resolveLink(place.path, line.link.url)?.path;
    const facts = place.root.company.documentOf({ system: line.system, document });
    return facts ? this.#at(place.root.uriOf(facts.path), [facts.span]) : [];
  }

  /** The documents of an initiative, and the rows of registers that stand for it. */
  async #documentsOf({ document }: Found, initiative: string): Promise<Location[]> {
    const place = this.workspace.place(document.uri);
    if (!place) return [];
    const { company } = place.root;
    const docs = company.ofInitiative(initiative);
    return (await Promise.all(docs.map(({ path, span }) => this.#at(place.root.uriOf(path), [span])))).flat();
  }

  async references({ context, ...params }: ReferenceParams, token: CancellationToken): Promise<Location[]> {
    await this.workspace.settled();
    const { declarationIn, placesOf, tracesOf } = await import('../core/features/definition.ts');
    const found = await this.subjectAt(params);
    if (!found) return [];
    const { subject, place, document } = found;
    const traces = tracesOf(subject).filter((trace) => trace !== '');
    const out = new Map<string, Location[]>();
    await this.#each(
      (text) => {
        const lower = text.toLowerCase();
        return traces.some((trace) => lower.includes(trace));
      },
      (uri, { lines }, analysis) => {
        if (!sameCompany(subject, place, analysis.place)) return;
        const places = placesOf(analysis.reading, subject);
        if (places.length > 0)
          out.set(
            uri,
            places.map((span) => ({ uri, range: lines.rangeOf(span) })),
          );
      },
      document,
      token,
    );
    const declared = context.includeDeclaration ? declarationIn(place.loaded.people, subject) : undefined;
    const locations = [...out.keys()].sort().flatMap((uri) => out.get(uri) ?? []);
    return declared ? [...this.#inRegister(place, declared), ...locations] : locations;
  }

  /** Goes through all our files in which something may be found, and the document that is asked about. */
  async #each(
    mayHold: (text: string) => boolean,
    look: (uri: string, document: OpenDocument, analysis: Analysis) => void,
    asked: OpenDocument,
    token: CancellationToken,
  ): Promise<void> {
    const uris = new Map([...this.workspace.members()].map(({ uri }) => [keyOf(uri), uri]));
    if (asked.isMarkdown) uris.set(asked.key, asked.uri);
    await pooled(
      uris.values(),
      async (uri) => {
        const open = this.documents.get(uri);
        const text = open?.text ?? (await this.host.readFile(uri));
        if (text === undefined || !mayHold(text)) return;
        const document = open ?? new OpenDocument(uri, 'markdown', 0, text, this.client.encoding);
        const analysis = await this.analyzer.of(document);
        if (analysis) look(document.uri, document, analysis);
      },
      () => token.isCancellationRequested,
    );
  }

  async symbols({ query }: WorkspaceSymbolParams, token: CancellationToken): Promise<SymbolInformation[]> {
    await this.workspace.settled();
    const { initiativesFor, peopleFor } = await import('../core/features/workspace-symbols.ts');
    const out: SymbolInformation[] = [];
    for (const { loaded, uri } of this.settings.configurations()) {
      const file = registerFile(loaded);
      if (!file) continue;
      const lines = new Lines(file.text, this.client.encoding);
      const target = this.#uri(partsOf(uri).prefix, file.path);
      for (const { name, title, nameSpan } of peopleFor(loaded.people, query)) {
        const location = { uri: target, range: lines.rangeOf(nameSpan) };
        out.push({
          name,
          kind: PERSON_SYMBOL,
          location,
          ...(title !== undefined && { containerName: title }),
        });
      }
    }
    for (const root of this.workspace.roots) {
      const found = initiativesFor(root.company, query).slice(0, Math.max(0, MAX_SYMBOLS - out.length));
      await pooled(
        found,
        async (facts) => {
          const { path, title, initiative, span } = facts;
          const location = this.#symbolPlaces.get(facts) ?? (await this.#at(root.uriOf(path), [span]))[0];
          if (location) this.#symbolPlaces.set(facts, location);
          const name = title ?? initiative ?? path;
          if (location) out.push({ name, kind: FILE_SYMBOL, location, containerName: initiative ?? path });
        },
        () => token.isCancellationRequested,
      );
    }
    return out.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }

  async lenses(params: Of): Promise<CodeLens[]> {
    const { lensesOf } = await import('../core/features/lenses.ts');
    const found = await this.#ours(params);
    if (!found) return [];
    return lensesOf(found.analysis.reading).map(({ span, title }) => ({
      range: found.document.lines.rangeOf(span),
      command: { title, command: '' },
    }));
  }

  async hints({ textDocument, range }: Of & { range: Range }): Promise<InlayHint[]> {
    const { hintsIn } = await import('../core/features/inlay.ts');
    const found = await this.#ours({ textDocument });
    if (!found) return [];
    const { document, analysis } = found;
    return hintsIn(analysis.reading, document.lines.spanOf(range)).map(({ offset, name }) => ({
      position: document.lines.positionAt(offset),
      label: name,
      paddingLeft: true,
    }));
  }

  async folds(params: Of): Promise<FoldingRange[]> {
    const { foldable } = await import('../core/features/folding.ts');
    const found = await this.#ours(params);
    if (!found) return [];
    const { lines, text } = found.document;
    const ranges = new Map<string, FoldingRange>();
    for (const { start, end } of foldable(found.analysis.doc)) {
      // Blank lines behind a section stay in sight.
      const last = start + text.slice(start, end).trimEnd().length;
      const [startLine, endLine] = [lines.positionAt(start).line, lines.positionAt(last).line];
      if (endLine > startLine) ranges.set(`${startLine}-${endLine}`, { startLine, endLine });
    }
    return [...ranges.values()].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  }

  #inRegister(place: DocumentSettings, span: Span): Location[] {
    const file = registerFile(place.loaded);
    if (!file) return [];
    const range = new Lines(file.text, this.client.encoding).rangeOf(span);
    return [{ uri: this.#uri(place.prefix, file.path), range }];
  }

  async #at(uri: string, spans: readonly Span[]): Promise<Location[]> {
    const open = this.documents.get(uri);
    const text = open ? undefined : await this.host.readFile(uri);
    if (!open && text === undefined) return [];
    const lines = open?.lines ?? new Lines(text ?? '', this.client.encoding);
    return spans.map((span) => ({ uri: open?.uri ?? uri, range: lines.rangeOf(span) }));
  }

  #uri(prefix: string, path: string): string {
    const uri = uriOf(prefix, path);
    return this.documents.get(uri)?.uri ?? uri;
  }
}

interface Of {
  textDocument: { uri: string };
}

/** The file in which people are written: a register of its own, else the configuration. */
function registerFile({ files, people }: LoadedConfig): LoadedConfig['files'][number] | undefined {
  return people.isEmpty ? undefined : (files[1] ?? files[0]);
}

/** People and positions are those of one register; names and initiatives those of one workspace folder. */
function sameCompany(subject: Subject, a: DocumentSettings, b: DocumentSettings): boolean {
  if (subject.kind === 'person') return a.loaded.people === b.loaded.people;
  return a.prefix === b.prefix && a.root === b.root;
}
