// The pages of an account.
import { at } from './check.mjs';
import { totp } from './totp.mjs';

export async function account({ check, look, refused, visitor, open, send, signIn, message, member, renews }) {
  const email = 'mia@example.com';
  const mia = await member(email, 'Mia');
  renews(mia);

  // A second profile, and switching to it.
  await open(mia, '/account/profile', 'profile');
  await send(mia, '/account/profile', { first_name: 'Work', last_name_1: 'Ruiz' });
  await look(mia, 'account-profiles');
  await send(mia, '/account/profile/switch', {});
  check((await mia.locator('h1').innerText()).includes('Work Ruiz'), 'a person switches to another profile');
  await mia.locator('.menu summary').click();
  await look(mia, 'menu');

  // Ending another session.
  const second = await visitor();
  await open(second, '/sign-in');
  await send(second, '/sign-in/ways', { login: email });
  await second.fill('[name=password]', 'plum-harbour-4417');
  const clicks = [];
  second.on('request', (request) => request.method() === 'POST' && clicks.push(request.url()));
  await Promise.all([second.waitForURL('**/account'), second.locator('form[action="/sign-in"] > button').dblclick()]);
  check(clicks.length === 1, 'a double click sends one form');
  await open(mia, '/account', 'account-sessions');
  await open(mia, '/account/sessions/end-others', 'ask-sessions');
  await open(mia, '/account');
  await send(mia, '/account/sessions/end', {});
  await open(second, '/account');
  check(at(second) === '/sign-in', 'a session that was ended elsewhere is over');

  // The other pages.
  await open(mia, '/account/change', 'change');
  await send(mia, '/account/change', { contact: '+525587654321' }, 'change-confirm');
  await send(mia, '/account/change/confirm', { code: await message('+525587654321', 'code') });
  check((await mia.locator('main').innerText()).includes('+52 55 8765 4321'), 'a new phone counts when its code is typed');
  for (const page of ['password', 'delete', 'data', 'preferences', 'activity']) await open(mia, `/account/${page}`, page);
  await open(mia, '/prove', 'prove');
  await open(mia, '/account/totp', 'totp');
  await send(mia, '/account/totp', {}, 'totp-key');
  check(await mia.locator('svg[role=img]').isVisible(), 'an application is set up from the account page');
  await refused(() => send(mia, '/account/totp/confirm', { code: '000000' }, 'totp-refused'));

  // What was typed wrong is said beside its field.
  await open(mia, '/account/password');
  await refused(() => send(mia, '/account/password', { old_password: 'wrong', new_password: 'mia', new_password_confirm: 'mia' },
    'password-refused'));

  // The app confirmed, and the second step of the next sign-in.
  await open(mia, '/account/totp');
  await send(mia, '/account/totp', {});
  const key = await mia.locator('#key code').innerText();
  await send(mia, '/account/totp/confirm', { code: totp(key) });
  const [first] = await mia.locator('.keys code').allInnerTexts();
  await send(mia, '/second-factor/kept', {});
  await look(mia, 'account-two-step');
  const third = await visitor();
  await signIn(third, email);
  check(at(third) === '/second-factor', 'the app is asked for after the password');
  await look(third, 'second-factor-app');
  await refused(() => send(third, '/second-factor', { factor: '000000' }, 'second-factor-refused'));
  await open(third, '/second-factor?recovery=yes', 'second-factor-recovery');
  await send(third, '/second-factor', { factor: first });
  check(at(third) === '/account', 'a recovery code stands in for it');
}
