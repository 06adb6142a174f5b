'use strict';
// Everything works without this file; it makes waiting and pasting nicer.
// A second press on a button within ten seconds sends its form no second time; what a script sends itself is left alone.
for (const form of document.querySelectorAll('form[method=post]:not([data-passkey])')) {
  let sentAt = -Infinity;
  form.addEventListener('submit', (event) => {
    if (Date.now() - sentAt < 10000) {
      event.preventDefault();
    } else {
      sentAt = Date.now();
    }
  });
  // The way back shows the page as it was left.
  addEventListener('pageshow', () => (sentAt = -Infinity));
}
for (const field of document.querySelectorAll('[data-digits]')) {
  field.addEventListener('paste', (event) => {
    const digits = event.clipboardData.getData('text').replace(/\D/g, '');
    if (digits) {
      event.preventDefault();
      field.value = digits.slice(0, 10);
    }
  });
}
for (const line of document.querySelectorAll('[data-countdown]')) {
  const button = line.parentElement.querySelector('[data-after-countdown]');
  const end = Date.now() + Number(line.dataset.countdown) * 1000;
  const tick = () => {
    const left = Math.ceil((end - Date.now()) / 1000);
    button.disabled = left > 0;
    line.textContent = left > 0 ? line.dataset.running.replace('{0}', left) : line.dataset.done;
    if (left > 0) {
      setTimeout(tick, 250);
    }
  };
  tick();
}
