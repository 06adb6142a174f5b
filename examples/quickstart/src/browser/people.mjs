// What people do on the pages: open one, send a form, read their messages, register, sign in.
import { PASSWORD, at } from './check.mjs';

/** The acts, for the pages that a checker looks at. */
export function acts({ base, look, visitor }) {
  // On a slow machine the proof of the sign-in grows old before the last page; of these pages it is renewed in time.
  const proven = new WeakMap();
  const RENEWED_AFTER = 120_000;

  async function open(page, path, name) {
    if (proven.has(page) && path !== '/prove' && Date.now() - proven.get(page) > RENEWED_AFTER) {
      await page.goto(`${base}/prove`);
      await prove(page);
      proven.set(page, Date.now());
    }
    await page.goto(base + path);
    if (name) await look(page, name);
  }

  async function send(page, form, fields, name) {
    if (form === '/sign-in' && fields.login) { // the address first
      await send(page, '/sign-in/ways', { login: fields.login }, 'sign-in-ways');
      return send(page, form, { password: fields.password }, name);
    }
    let last; // of a form that sends itself with its last digit
    for (const [field, value] of Object.entries(fields)) {
      const input = page.locator(`form[action="${form}"] [name="${field}"]`).first();
      const digits = await input.evaluate((one) => one.matches('[data-digits]') && one.form.dataset.complete);
      if (digits && value.length === Number(digits)) last = () => input.fill(value);
      else if (value === true) await input.check();
      else if ((await input.evaluate((one) => one.tagName)) === 'SELECT') await input.selectOption(value);
      else await input.fill(value);
    }
    const button = page.locator(`form[action="${form}"] button:not([type=button])`).first();
    if (!last && !(await button.isVisible())) await page.locator('.menu summary').click();
    await Promise.all([page.waitForNavigation(), last ? last() : button.click()]);
    if (name) await look(page, name);
  }

  async function prove(page) {
    const passkey = page.locator('form[data-passkey="/passkey/prove"] button');
    if (await passkey.isVisible()) await Promise.all([page.waitForNavigation(), passkey.click()]);
    else await send(page, '/prove', { password: PASSWORD });
  }

  /** @param what 'code' or 'link' of the newest message to an address that is not the one seen before */
  async function message(to, what, seen) {
    for (let i = 0; i < 150; i++) {
      const all = await (await fetch(base + '/dev/messages')).json();
      const found = all.find((one) => one.to === to && one[what])?.[what];
      if (found && found !== seen) return found;
      await new Promise((wake) => setTimeout(wake, 200));
    }
    throw new Error(`no ${what} came to ${to}`);
  }

  /** A browser in which a person has registered and proven the address, and is signed in. */
  async function member(email, name) {
    const page = await visitor();
    await open(page, '/register');
    await send(page, '/register', { first_name: name, last_name_1: 'Ruiz', email, password: PASSWORD, terms: true });
    await page.goto(await message(email, 'link'));
    await send(page, '/confirm', {});
    await signIn(page, email);
    return page;
  }

  async function signIn(page, login, password = PASSWORD) {
    await open(page, '/sign-in');
    await send(page, '/sign-in', { login, password });
  }

  return { open, send, message, member, signIn, renews: (page) => proven.set(page, Date.now()) };
}
