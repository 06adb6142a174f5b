// Every form over a slow network: its answer takes three seconds, and meanwhile its button is pressed again.

const DELAY = 3000;
const AT_ONCE = 3;
const IN_SHORT = ['/sign-in/ways', '/register'];

/**
 * Each form once, by its address, in a tab of its own that shows the page as it was and sends nothing to the server; the check goes
 * on meanwhile. A double click and a third press while the answer is on its way send it once, the way back shows what was typed, and
 * from there the form is sent again.
 */
export function slowForms(browser, short, problem) {
  const seen = new Set();
  const waiting = [];
  let running = 0;
  let done = Promise.resolve();

  async function next() {
    const work = waiting.shift();
    if (!work) return;
    running++;
    await work();
    running--;
    await next();
  }

  async function of(page, name) {
    const actions = await page.locator('form[method=post]:not([data-passkey])')
      .evaluateAll((forms) => forms.map((form) => form.getAttribute('action')));
    const fresh = [...new Set(actions)].filter((action) => !seen.has(action) && (!short || IN_SHORT.includes(action)));
    if (fresh.length === 0) return;
    fresh.forEach((action) => seen.add(action));
    const content = (await page.content()).replace(/data-countdown="\d+"/g, 'data-countdown="0"'); // its wait is over
    const url = page.url();
    const headers = { 'Content-Type': 'text/html', 'Content-Security-Policy': await policy(page) };
    for (const action of fresh) waiting.push(() =>
      tryOut({ browser, content, url, headers, name, action, problem })
        .catch((error) => problem(`slow network, ${name}, ${action}: ${error.stack.split('\n').filter((line) => !line.includes('node_modules')).slice(0, 3).join(' ')}`)));
    while (running < AT_ONCE && waiting.length > 0) done = Promise.all([done, next()]);
  }

  /** How many forms were tried, once all are. */
  async function end() {
    let before;
    do {
      before = done;
      await before;
    } while (before !== done);
    return seen.size;
  }

  return { of, end };
}

async function policy(page) {
  return (await page.request.fetch(page.url(), { method: 'HEAD', maxRedirects: 0 })).headers()['content-security-policy'] ?? '';
}

async function tryOut({ browser, content, url, headers, name, action, problem }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  try {
    const page = await context.newPage();
    let sent = 0;
    await page.route('**/*', async (route) => {
      const request = route.request();
      if (!request.isNavigationRequest()) return route.continue();
      if (request.method() === 'GET') return route.fulfill({ headers, body: content });
      sent++;
      await new Promise((wake) => setTimeout(wake, DELAY));
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>done</title>' }).catch(() => {});
    });
    await page.goto(url);
    const form = page.locator(`form[method=post][action="${action}"]:not([data-passkey])`).first();
    await form.evaluate((one) => { for (let at = one; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true; });
    const typed = await form.evaluate(fill);
    const button = form.locator('button:not([type=button])').first();
    await button.evaluate((one, half) => {
      one.scrollIntoView({ block: 'center', behavior: 'instant' });
      one.addEventListener('click', () => setTimeout(() => one.click(), half), { once: true });
    }, DELAY / 2);
    const { x, y, width, height } = await button.boundingBox();
    await page.mouse.dblclick(x + width / 2, y + height / 2); // waits for no answer
    await page.waitForFunction(() => document.title === 'done');
    if (sent !== 1) problem(`slow network, ${name}: ${action} is sent ${sent} times`);
    await page.goBack();
    const kept = await form.evaluate((one) => [...one.elements].map((field) => [field.name, field.type === 'checkbox' ? field.checked : field.value]));
    const lost = typed.filter(([field, value]) => !kept.some(([other, text]) => other === field && text === value));
    for (const [field] of lost) problem(`slow network, ${name}: the way back of ${action} has lost ${field}`);
    await form.evaluate((one) => one.querySelectorAll('button').forEach((each) => (each.disabled = false)));
    await form.evaluate(fill);
    await button.evaluate((one) => one.click());
    await page.waitForFunction(() => document.title === 'done');
    if (sent !== 2) problem(`slow network, ${name}: ${action} is not sent after the way back`);
  } finally {
    await context.close();
  }
}

/** Fills what a form asks for; gives what has to be there after the way back, which a password or a code has not. */
function fill(form) {
  const values = { email: 'slow@example.com', tel: '+525512345678', number: '30', date: '2030-01-31', password: 'plum-harbour-4417' };
  const typed = [];
  for (const field of form.elements) {
    if (!field.name || field.type === 'hidden' || field.type === 'file' || field.readOnly || field.tagName === 'BUTTON') continue;
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = field.required || field.checked;
    else if (field.tagName === 'SELECT') field.selectedIndex = field.options.length - 1;
    else if (!field.value) field.value = field.matches('[data-digits]') ? '12' : values[field.type] ?? 'slow 1';
    const secret = field.type === 'password' || field.matches('[data-digits], [name=factor]'); // a recovery code has letters
    if (!secret) typed.push([field.name, field.type === 'checkbox' ? field.checked : field.value]);
  }
  form.noValidate = true;
  return typed;
}
