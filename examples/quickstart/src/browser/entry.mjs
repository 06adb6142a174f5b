// Registration, confirmation, sign-in by password and code, a forgotten password.
import { PASSWORD, at } from './check.mjs';

const NEXT = 'quiet-lantern-8852';

export async function entry({ check, look, refused, visitor, open, send, message }) {
  // Register, prove the address, sign in.
  const email = 'ana@example.com';
  const ana = await visitor();
  await open(ana, '/', 'home');
  await open(ana, '/register', 'register');
  await refused(() => send(ana, '/register', { first_name: 'Ana', last_name_1: 'Ruiz', email, password: 'ana', terms: true }, 'register-refused'));
  await send(ana, '/register', { first_name: 'Ana', last_name_1: 'Ruiz', email, password: PASSWORD, terms: true }, 'register-sent');
  check(at(ana) === '/register/sent', 'a registration ends at the page that says to look for a message');
  const confirmation = await message(email, 'link');
  await ana.goto(confirmation);
  await look(ana, 'confirm');
  await send(ana, '/confirm', {});
  await open(ana, '/sign-in', 'sign-in');
  await send(ana, '/sign-in/ways', { login: email }, 'sign-in-ways');
  await refused(() => send(ana, '/sign-in', { password: NEXT }, 'sign-in-refused'));
  await send(ana, '/sign-in', { password: PASSWORD }, 'account');
  check(at(ana) === '/account', 'a person signs in with the password');
  await refused(async () => {
    await ana.goto(confirmation);
    await look(ana, 'confirm-over');
  });

  await elsewhere();
  await byCode();

  // A forgotten password, without scripts.
  const plain = await visitor(false);
  await open(plain, '/forgotten');
  await send(plain, '/forgotten', { contact: email });
  await plain.goto(await message(email, 'link', confirmation));
  await look(plain, 'reset-plain');
  await send(plain, '/reset', { new_password: NEXT, new_password_confirm: NEXT });
  check(at(plain) === '/account', 'a forgotten password is set anew, without scripts');
  const forgetful = await visitor();
  await open(forgetful, '/forgotten', 'forgotten');
  await send(forgetful, '/forgotten', { contact: 'unknown@example.com' }, 'forgotten-sent');
  await open(forgetful, '/reset?uid=a&token=b', 'reset');
  await open(forgetful, '/link?uid=a&token=b', 'link-open');
  await open(forgetful, '/api', 'api');

  // Another browser confirms: with the password of the registration, or without any and a new one.
  async function elsewhere() {
    const other = 'elsewhere@example.com';
    const registering = await visitor();
    await open(registering, '/register');
    await send(registering, '/register', { first_name: 'Eva', last_name_1: 'Luz', email: other, password: PASSWORD, terms: true });
    const owner = await visitor(false);
    await owner.goto(await message(other, 'link'));
    await look(owner, 'confirm-elsewhere');
    await refused(() => send(owner, '/confirm', { password: NEXT }));
    check(at(owner) === '/confirm', 'a password that is not the one of the registration confirms nothing');
    await Promise.all([owner.waitForNavigation(), owner.locator('form[action="/confirm"] button.second').click()]);
    check(at(owner) === '/reset', 'who did not register chooses a password');
    await send(owner, '/reset', { new_password: NEXT, new_password_confirm: NEXT });
    check(at(owner) === '/account', 'and is signed in with it');
  }

  // By a code, to a phone and to an e-mail address.
  async function byCode() {
    const persian = (text) => text.replace(/[0-9]/g, (digit) => String.fromCodePoint(0x6f0 + Number(digit)));
    for (const [kind, contact, shown] of [['phone', '+525512345678', (text) => text], ['email', 'bea@example.com', persian]]) {
      const bea = await visitor();
      await open(bea, '/code', 'code');
      await send(bea, '/code', { contact }, 'code-verify');
      check(await bea.locator('[data-after-countdown]').isDisabled(), `another code has to wait (${kind})`);
      const code = shown(await message(contact, 'code'));
      const forms = [];
      bea.on('request', (request) => request.method() === 'POST' && forms.push(request.postData()));
      await Promise.all([bea.waitForURL('**/account'), bea.locator('#code').evaluate((field, text) => {
        const data = new DataTransfer();
        data.setData('text', text);
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, cancelable: true }));
      }, `${code.slice(0, 3)} ${code.slice(3)}`)]);
      check(at(bea) === '/account', `a person signs in by pasting a code (${kind})`);
      check(forms.length === 1 && forms[0].includes(`code=${encodeURIComponent(code)}`), `it is sent once and without its gap (${kind})`);
      await bea.context().close();
    }
  }
}
