'use strict';
// The time zones that this browser knows, to choose from; its own is told where none is chosen.
for (const typed of document.querySelectorAll('[data-zones]')) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = new Set([typed.value, ...(Intl.supportedValuesOf?.('timeZone') ?? [own])]);
  const field = document.createElement('select');
  for (const name of typed.getAttributeNames()) if (/^(id|name|aria-.*)$/.test(name)) field.setAttribute(name, typed.getAttribute(name));
  field.append(...Array.from(zones, (zone) => new Option(zone.replaceAll('_', ' ') || typed.dataset.zones, zone)));
  field.value = typed.value;
  typed.replaceWith(field);
  const hint = document.querySelector('[data-now]');
  const plainHint = hint?.textContent;
  const now = () => {
    try {
      const time = { timeStyle: 'short', timeZone: field.value || own };
      hint.textContent = hint.dataset.now.replace('{0}', new Intl.DateTimeFormat(document.documentElement.lang, time).format());
    } catch {
      hint.textContent = plainHint; // no such zone yet
    }
  };
  if (hint) {
    now();
    field.addEventListener('input', now);
  }
}
