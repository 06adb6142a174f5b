// The administration of the quickstart.
import { PASSWORD, at } from './check.mjs';
import { enrolment } from './passkeys.mjs';

// Of pages that share a template, the short form looks at few.
const IN_SHORT = ['users', 'invitations', 'events', 'sessions', 'imports'];
const LISTS = ['users', 'invitations', 'events', 'profiles', 'devices', 'codes', 'sessions', 'sms-log', 'email-log', 'legacy-links', 'imports'];

/** A superuser who is signed in with a second factor; the browser is kept for the groups behind. */
export function staff({ base, bootstrap, check, look, visitor, open, send, signIn, renews }) {
  let root;
  return async () => {
    if (root) return root;
    await fetch(base + '/auth/admin/create-superuser/', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Admin-Bootstrap-Token': bootstrap },
      body: JSON.stringify({ email: 'root@example.com', password: PASSWORD }),
    });
    root = await visitor();
    await signIn(root, 'root@example.com');
    await enrolment({ page: root, check, look, open, send, at });
    renews(root);
    return root;
  };
}

export async function admin({ short, check, look, visitor, open, send, member, root: staffIn }) {
  const email = 'noa@example.com';
  const noa = await member(email, 'Noa');
  await noa.context().close();
  const root = await staffIn();
  for (const list of short ? IN_SHORT : LISTS) await open(root, `/admin/${list}`, `admin-${list}`);
  await open(root, '/admin', 'admin-figures');

  // Searching, with scripts and without.
  await open(root, '/admin/users');
  await root.fill('#find', email);
  await root.waitForURL('**/admin/users?find=*');
  check((await root.locator('tbody tr').count()) === 1, 'a superuser finds a user while typing the address');
  await open(root, '/admin/users?status=active&proven=yes&sort=name', 'admin-users-filtered');
  await open(root, '/admin/users?find=nothing-like-it', 'admin-users-none');
  await open(root, '/admin/users?role=USER&joined_from=2020-01-01', 'admin-users-chips');
  const unscripted = await visitor(false, await root.context().storageState());
  await open(unscripted, '/admin/users');
  await unscripted.fill('#find', email);
  await Promise.all([unscripted.waitForNavigation(), unscripted.click('.find button')]);
  check((await unscripted.locator('tbody tr').count()) === 1, 'and without scripts by the button');
  await unscripted.context().close();

  // Many at once, behind a preview.
  await open(root, `/admin/users?find=${encodeURIComponent(email)}`);
  await root.locator('[name=select]').first().check();
  await Promise.all([root.waitForNavigation(), root.click('button[value=end-sessions]')]);
  await look(root, 'admin-bulk');
  await send(root, '/admin/users/bulk', { reason: 'ticket 1' }, 'admin-bulk-done');

  // One person: the tabs, and the questions before what cannot be taken back.
  await open(root, `/admin/users?find=${encodeURIComponent(email)}`);
  await Promise.all([root.waitForNavigation(), root.locator('tbody a').first().click()]);
  const id = new URL(root.url()).searchParams.get('id');
  const questions = new Set();
  for (const tab of ['person', 'ways', 'sessions', 'messages', 'trail']) {
    await open(root, `/admin/user?id=${id}&tab=${tab}`, `admin-user-${tab}`);
    const forms = await root.locator('form[method=get][action^="/admin/user/"]').evaluateAll((all) => all.map((form) => form.getAttribute('action')));
    forms.forEach((action) => questions.add(action));
  }
  for (const question of [...questions].slice(0, short ? 2 : undefined)) await open(root, `${question}?id=${id}`, `ask-${question.slice('/admin/user/'.length)}`);
  await open(root, `/admin/user/disable?id=${id}`);
  await send(root, '/admin/user/disable', { reason: 'ticket 2' }, 'admin-user-disabled');
  await open(root, '/admin/sessions/end-all', 'admin-ask-end-all');

  // An invitation, and the one that was asked.
  await open(root, '/admin/invitations');
  await send(root, '/admin/invitations', { recipient: 'invited@example.com', reason: 'ticket 3' }, 'admin-invited');
  await open(root, '/admin/invitations', 'admin-invitations-open');
  await open(root, '/admin/events?kind=authn_login_success', 'admin-events-filtered');
}
