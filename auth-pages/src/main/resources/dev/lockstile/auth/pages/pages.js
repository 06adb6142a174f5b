'use strict';
// Everything works without this file; it makes waiting and pasting nicer.
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
