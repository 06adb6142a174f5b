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
// How many are selected; a press with the shift key selects all between two.
let last;
addEventListener('click', (event) => {
  if (event.target.name !== 'select') return;
  const boxes = [...document.querySelectorAll('[name=select]')];
  const [from, to] = [boxes.indexOf(last), boxes.indexOf(event.target)].sort((a, b) => a - b);
  if (event.shiftKey && from >= 0) {
    for (const box of boxes.slice(from, to + 1)) box.checked = event.target.checked;
  }
  last = event.target;
  const count = boxes.filter((box) => box.checked).length;
  const line = document.querySelector('[data-selected]');
  line.textContent = line.dataset.selected.replace('{0}', count);
});
