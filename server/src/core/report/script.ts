/**
 * The page's script: sorts and filters the table of initiatives. In a VS Code webview it also keeps filters over
 * a reload, tells the editor which place was chosen (`{type: 'open', path, line}`), and takes a new page
 * (`{type: 'decisionRights.report', html}`) without losing filters or scroll position. Sends nothing anywhere else.
 */
export const REPORT_SCRIPT = `(() => {
'use strict';
const api = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : undefined;
const state = Object.assign({ text: '', status: '', errors: false, column: -1, down: false }, api && api.getState());
const one = (selector) => document.querySelector(selector);
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
  if (api) api.setState(state);
};
const fill = () => {
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
if (api) window.addEventListener('message', ({ data }) => {
  if (!data || data.type !== 'decisionRights.report') return;
  const next = new DOMParser().parseFromString(data.html, 'text/html').querySelector('main');
  if (!next) return;
  const { scrollX, scrollY } = window;
  one('main').replaceWith(document.adoptNode(next));
  fill();
  window.scrollTo(scrollX, scrollY);
});
fill();
})();`;
