/**
 * The page's script: sorts and filters the table of initiatives. In a VS Code webview it also tells the editor which
 * place was chosen (`{type: 'open', path, line}`), and takes a new page (`{type: 'decisionRights.report', html}`).
 * Filters, order, opened folds and the place that is read stay over that and over a reload; where the keyboard is and
 * how far a wide table is scrolled stay over a new page. Sends nothing anywhere else.
 */
export const REPORT_SCRIPT = `(() => {
'use strict';
const api = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : undefined;
const state = Object.assign(
  { text: '', status: '', errors: false, column: -1, down: false, folds: [], at: undefined },
  api && api.getState(),
);
const one = (selector) => document.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];
const save = () => { if (api) api.setState(state); };
const folds = () => all('details[open]').map((fold) => fold.dataset.fold);
// The place that is read: the heading nearest to the top of the window, by its id, and how far it lies from there.
const place = () => {
  let at = { id: '', top: -window.scrollY };
  for (const head of all('h2[id]')) {
    const { top } = head.getBoundingClientRect();
    if (top > window.innerHeight / 2) break;
    if (at.id === '' || Math.abs(top) < Math.abs(at.top)) at = { id: head.id, top };
  }
  return at;
};
const goTo = ({ id, top }) => {
  const head = document.getElementById(id);
  window.scrollTo(window.scrollX, (head ? head.getBoundingClientRect().top + window.scrollY : 0) - top);
};
// How to find again what has the keyboard, as a function; a link is the same one of those to its line.
const focused = () => {
  const { activeElement: on } = document;
  if (!on || on === document.body) return () => undefined;
  if (on.id) return () => document.getElementById(on.id);
  const fold = on.matches('summary') && on.parentElement.dataset.fold;
  const name = on.getAttribute('aria-label');
  const alike = fold ? 'details[data-fold="' + CSS.escape(fold) + '"]>summary'
    : name ? '[aria-label="' + CSS.escape(name) + '"]'
    : on.matches('a[data-path]') ? 'a[data-path="' + CSS.escape(on.dataset.path) + '"][data-line="' + on.dataset.line + '"]'
    : on.matches('a[href]') ? 'a[href="' + CSS.escape(on.getAttribute('href')) + '"]'
    : on.matches('th button') ? 'th button' : undefined;
  if (!alike) return () => undefined;
  const n = all(alike).indexOf(on);
  return () => all(alike)[n];
};
const keyOf = (row, column) => {
  const cell = row.cells[column];
  return cell.dataset.k === undefined ? cell.textContent.trim() : cell.dataset.k;
};
const words = new WeakMap();
const wordsOf = (row) => {
  let text = words.get(row);
  if (text === undefined) {
    text = [...row.cells].map((cell) => cell.dataset.f || cell.textContent).join(' ').toLowerCase();
    words.set(row, text);
  }
  return text;
};
const sort = (table) => {
  const rows = [...table.tBodies[0].rows];
  const sign = state.down ? -1 : 1;
  const keys = new Map(rows.map((row) => [row, keyOf(row, state.column)]));
  rows.sort((a, b) => sign * keys.get(a).localeCompare(keys.get(b), 'en', { numeric: true }));
  table.tBodies[0].append(...rows);
};
const show = () => {
  const table = one('#initiatives-table');
  if (!table) return;
  [...table.tHead.rows[0].cells].forEach((head, i) => {
    if (head.querySelector('button'))
      head.setAttribute('aria-sort', i !== state.column ? 'none' : state.down ? 'descending' : 'ascending');
  });
  if (state.column >= 0) sort(table);
  const wanted = state.text.toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0;
  for (const row of table.tBodies[0].rows) {
    const text = wanted.length > 0 ? wordsOf(row) : '';
    const fits = (state.status === '' || row.dataset.status === state.status) &&
      (!state.errors || row.dataset.errors !== '0') && wanted.every((word) => text.includes(word));
    row.hidden = !fits;
    if (fits) count++;
  }
  one('#shown').textContent = count + ' of ' + table.tBodies[0].rows.length + ' shown';
  save();
};
const fill = () => {
  for (const fold of all('details')) fold.open = state.folds.includes(fold.dataset.fold);
  const controls = one('.controls');
  if (!controls) return;
  controls.hidden = false;
  one('#find').value = state.text;
  one('#status').value = state.status;
  one('#errors').checked = state.errors;
  show();
};
document.addEventListener('input', (event) => {
  const { id, value, checked } = event.target;
  if (id === 'find') state.text = value;
  else if (id === 'status') state.status = value;
  else if (id === 'errors') state.errors = checked;
  else return;
  show();
});
document.addEventListener('click', (event) => {
  const button = event.target.closest('th button');
  if (button) {
    const column = button.parentElement.cellIndex;
    state.down = state.column === column ? !state.down : button.dataset.first === 'down';
    state.column = column;
    show();
    return;
  }
  const link = event.target.closest('a[data-path]');
  if (!link || !api) return;
  event.preventDefault();
  api.postMessage({ type: 'open', path: link.dataset.path, line: Number(link.dataset.line) });
});
let shown = one('main').outerHTML;
let next;
// Half a word that an input method is still putting together would be lost with the field.
let composing = false;
const renew = () => {
  const main = next;
  if (!main || composing) return;
  next = undefined;
  // Nothing to see: what is selected stays selected.
  const text = main.outerHTML;
  if (text === shown) return;
  shown = text;
  state.folds = folds();
  const at = place();
  const again = focused();
  const { selectionStart, selectionEnd } = document.activeElement || {};
  const across = new Map(all('.scroll').map((box) => [box.getAttribute('aria-label'), box.scrollLeft]));
  one('main').replaceWith(document.adoptNode(main));
  fill();
  for (const box of all('.scroll')) box.scrollLeft = across.get(box.getAttribute('aria-label')) || 0;
  const on = again();
  if (on) {
    on.focus({ preventScroll: true });
    if (on.id === 'find') on.setSelectionRange(selectionStart, selectionEnd);
  }
  goTo(at);
};
if (api) {
  window.addEventListener('message', ({ data }) => {
    if (!data || data.type !== 'decisionRights.report') return;
    next = new DOMParser().parseFromString(data.html, 'text/html').querySelector('main') || next;
    renew();
  });
  document.addEventListener('compositionstart', () => { composing = true; });
  document.addEventListener('compositionend', () => {
    composing = false;
    renew();
  });
  // Not heard further up without capturing; the fold is read as it is now, since this comes late.
  document.addEventListener('toggle', () => {
    state.folds = folds();
    save();
  }, true);
  document.addEventListener('scrollend', () => {
    state.at = place();
    save();
  });
}
fill();
if (state.at) goTo(state.at);
})();`;
