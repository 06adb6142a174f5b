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
// What was typed, secrets and codes apart, is still there in another language; it is kept for the very next page alone.
const TYPED = 'lockstile-typed';
const typed = () => Array.from(document.querySelectorAll('main form[method=post] :is(input, select, textarea)'))
  .filter((field) => field.name && !field.matches('[type=hidden], [type=password], [type=file], [readonly], [data-digits]'));
const carried = JSON.parse(sessionStorage.getItem(TYPED));
sessionStorage.removeItem(TYPED);
if (carried?.path === location.pathname) {
  typed().forEach((field, at) => {
    const [name, value] = carried.values[at] ?? [];
    if (name === field.name && typeof value === 'boolean') field.checked = value;
    else if (name === field.name) field.value = value;
  });
}
for (const link of document.querySelectorAll('.foot a[hreflang]')) {
  const fields = typed();
  const value = (field) => (/checkbox|radio/.test(field.type) ? field.checked : field.value);
  link.addEventListener('click', () => sessionStorage.setItem(TYPED,
    JSON.stringify({ path: location.pathname, values: fields.map((field) => [field.name, value(field)]) })));
}
// A code is pasted without its gaps, in digits of any script, and sent once its last digit is there where the form says how many
// there are.
for (const field of document.querySelectorAll('[data-digits]')) {
  const digits = (text) => text.replace(/\P{Nd}/gu, '');
  const complete = () => digits(field.value).length === Number(field.form.dataset.complete) && field.form.requestSubmit();
  field.addEventListener('input', complete);
  field.addEventListener('paste', (event) => {
    const pasted = digits(event.clipboardData.getData('text'));
    if (pasted) {
      event.preventDefault();
      field.value = pasted.slice(0, 10);
      complete();
    }
  });
}
// Where the browser can, the code of a text message that is bound to this site is filled in, once the person allows it.
const coded = document.querySelector('#code[data-digits]');
if (coded && 'OTPCredential' in window) {
  const waits = new AbortController();
  coded.form.addEventListener('submit', () => waits.abort());
  navigator.credentials.get({ otp: { transport: ['sms'] }, signal: waits.signal }).then((otp) => {
    coded.value = otp.code;
    coded.form.requestSubmit();
  }, () => {});
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
// Shows what was typed into a field of a password, and tells that capitals are locked.
const { show, hide, caps } = document.body.dataset;
for (const field of document.querySelectorAll('input[type=password]')) {
  const around = document.createElement('div');
  const button = document.createElement('button');
  const eye = document.createElement('span');
  around.className = 'reveal';
  eye.className = 'eye';
  button.type = 'button';
  const say = (shown) => {
    field.type = shown ? 'text' : 'password';
    button.setAttribute('aria-label', shown ? hide : show);
    button.setAttribute('aria-pressed', shown);
  };
  button.append(eye);
  button.addEventListener('click', () => say(field.type === 'password'));
  field.form.addEventListener('submit', () => say(false));
  field.replaceWith(around);
  around.append(field, button);
  say(false);
  const line = document.createElement('p');
  line.className = 'caps';
  line.textContent = caps;
  line.hidden = true;
  around.after(line);
  field.addEventListener('keyup', (event) => (line.hidden = !event.getModifierState?.('CapsLock')));
  field.addEventListener('blur', () => (line.hidden = true));
}
// Ticks the rules of a new password while it is typed; the two that only the server knows are told by it.
const plain = (text) => text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
for (const field of document.querySelectorAll('[data-rules]')) {
  const rules = document.getElementById(field.dataset.rules);
  const own = () => Array.from(field.form.querySelectorAll('input[type=text], input[type=email], input[type=tel]'), (input) => input.value)
    .flatMap((text) => text.split('@', 1)).map(plain).filter((text) => text.length > 3);
  const check = () => {
    const text = field.value;
    const long = [...text].length >= Number(rules.querySelector('[data-min]').dataset.min);
    rules.querySelector('[data-min]').classList.toggle('met', long);
    rules.querySelector('[data-apart]').classList.toggle('met', long && !own().some((known) => plain(text).includes(known)));
  };
  field.form.addEventListener('input', check);
}
// A page that waits for a link looks, while it is seen, whether this browser is signed in by now, and goes on.
if (document.querySelector('[data-wait]')) {
  const until = Date.now() + 15 * 60 * 1000;
  const look = async () => {
    const answer = document.hidden ? null : await fetch(location.href, { method: 'HEAD', redirect: 'manual' }).catch(() => null);
    if (answer?.type === 'opaqueredirect') {
      location.replace(location.href);
    } else if (Date.now() < until) {
      setTimeout(look, 4000);
    }
  };
  setTimeout(look, 4000);
}
// The menu of the person closes by a press elsewhere and by the escape key.
const menu = document.querySelector('.menu');
addEventListener('click', (event) => menu?.open && !menu.contains(event.target) && (menu.open = false));
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && menu?.open) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});
// What else can be done with a row closes as the menu does.
for (const others of document.querySelectorAll('.others')) {
  addEventListener('click', (event) => others.open && !others.contains(event.target) && (others.open = false));
  others.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && others.open) {
      others.open = false;
      others.querySelector('summary').focus();
    }
  });
}
for (const button of document.querySelectorAll('[data-back]')) {
  button.hidden = history.length < 2;
  button.addEventListener('click', () => history.back());
}
// What is shown once is copied, saved as a file or printed.
const shownOnce = (id) => Array.from(document.getElementById(id).querySelectorAll('code'), (code) => code.textContent).join('\n');
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(shownOnce(button.dataset.copy));
    button.textContent = button.dataset.done;
  });
}
for (const link of document.querySelectorAll('[data-download]')) {
  link.hidden = false;
  link.href = URL.createObjectURL(new Blob([shownOnce(link.dataset.download) + '\n'], { type: 'text/plain' }));
}
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
// Where the navigation is a line that is scrolled, the page that is open is in sight.
for (const here of document.querySelectorAll('.side [aria-current], .tabs [aria-current]')) {
  const side = here.closest('.side, .tabs');
  side.scrollLeft = here.getBoundingClientRect().left - side.getBoundingClientRect().left - 16;
}
// The section of the account that is looked at stands out in the navigation beside it.
const beside = new Map(Array.from(document.querySelectorAll('.side a[href^="#"]'), (link) => [link.hash.slice(1), link]));
if (beside.size > 0) {
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) {
        for (const link of beside.values()) link.removeAttribute('aria-current');
        beside.get(target.id).setAttribute('aria-current', 'true');
      }
    }
  }, { rootMargin: '0px 0px -75% 0px' });
  for (const id of beside.keys()) seen.observe(document.getElementById(id));
}
