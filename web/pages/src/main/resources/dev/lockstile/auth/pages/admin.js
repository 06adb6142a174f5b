'use strict';
// The list follows what is typed and chosen; without this file the button does the same.
const form = document.querySelector('[data-live]');
if (form) {
  let asked = 0;
  let waiting;
  const renew = async () => {
    const mine = ++asked;
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
    const address = `${form.action}?${query}`;
    const answer = await fetch(address);
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(form.dataset.live);
    if (mine !== asked) return;
    if (!next) {
      location.assign(address); // the session is over, or a new proof is due
      return;
    }
    document.getElementById(form.dataset.live).replaceWith(next);
    tell();
    history.replaceState(null, '', address);
  };
  const soon = (wait) => {
    clearTimeout(waiting);
    waiting = setTimeout(renew, wait);
  };
  form.addEventListener('input', (event) => soon(event.target.type === 'search' || event.target.type === 'text' ? 250 : 0));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    soon(0);
  });
}
// How many are selected; the box in the head selects the page, and a press with the shift key all between two.
const boxes = () => [...document.querySelectorAll('[name=select]')];
const MOST = 100;
let last;
const tell = () => {
  const all = boxes();
  const count = all.filter((box) => box.checked).length;
  const line = document.querySelector('[data-selected]');
  if (!line) return;
  line.textContent = line.dataset.selected.replace('{0}', count);
  for (const one of document.querySelectorAll('[data-all]')) {
    one.hidden = false;
    one.checked = count > 0 && count === Math.min(all.length, MOST);
    one.indeterminate = count > 0 && !one.checked;
  }
};
addEventListener('click', (event) => {
  const all = boxes();
  if ('all' in event.target.dataset) {
    const on = event.target.type === 'button' || event.target.checked;
    all.forEach((box, at) => { box.checked = on && at < MOST; });
  } else if (event.target.name === 'select') {
    const [from, to] = [all.indexOf(last), all.indexOf(event.target)].sort((a, b) => a - b);
    if (event.shiftKey && from >= 0) {
      for (const box of all.slice(from, to + 1)) box.checked = event.target.checked;
    }
    last = event.target;
  } else return;
  tell();
});
addEventListener('pageshow', tell);
