// The pages that the quickstart leaves out, of a host in memory: other sites, keys, programs, roles, days of grace, notices, errors.
import { request } from 'node:http';
import { PASSWORD, at } from './check.mjs';

export async function more(tools) {
  const { open, visitor, signIn, check, renews } = tools;
  await open(await visitor(), '/sign-in', 'more-sign-in');
  await open(await visitor(), '/register', 'more-register');
  const lea = await tools.member('lea@example.com', 'Lea');
  renews(lea);
  await open(lea, '/account', 'more-account');
  await keys(tools, lea);
  await deletion(tools, lea);
  await notMe(tools);
  const root = await visitor();
  renews(root);
  await signIn(root, 'root@example.com');
  check(at(root) === '/account', 'staff sign in at the host that has every page');
  await programs(tools, root);
  await people(tools, root);
}

async function keys({ look, open, send }, lea) {
  await open(lea, '/account/api-keys', 'api-keys-none');
  await lea.check('[name=scope]');
  await send(lea, '/account/api-keys', { name: 'Nightly export of orders' }, 'api-key');
  await open(lea, '/account/api-keys', 'api-keys');
  await Promise.all([lea.waitForNavigation(), lea.click('form[action="/account/api-keys/rotate"] button')]);
  await look(lea, 'ask-rotate');
  await open(lea, '/account/api-keys');
  await Promise.all([lea.waitForNavigation(), lea.click('form[action="/account/api-keys/revoke"] button')]);
  await look(lea, 'ask-revoke');
}

// Asked for, waiting, taken back.
async function deletion({ check, open, send, signIn }, lea) {
  await open(lea, '/account/delete', 'delete-grace');
  await send(lea, '/account/delete', { password: PASSWORD, sure: true }, 'deletion-asked');
  await signIn(lea, 'lea@example.com');
  await open(lea, '/account/deletion', 'deletion');
  await send(lea, '/account/deletion', {}, 'deletion-kept');
  check(at(lea) === '/account', 'a deletion is taken back');
}

// A notice of a sign-in from another address, and the account that is closed by it.
async function notMe({ base, look, refused, visitor, open, send, message }) {
  const email = 'lea@example.com';
  const seen = await message(email, 'link');
  for (const localAddress of ['127.0.0.2', '127.0.0.3']) await signInFrom(localAddress, base, email);
  const stranger = await visitor();
  await stranger.goto(await message(email, 'link', seen));
  await look(stranger, 'not-me');
  await send(stranger, '/not-me', {}, 'not-me-closed');
  await refused(() => open(stranger, '/not-me?uid=MQ&token=none', 'not-me-over'));
}

function signInFrom(localAddress, base, login) {
  const headers = { 'Content-Type': 'application/json', 'User-Agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0' };
  const options = { method: 'POST', host: '127.0.0.1', port: new URL(base).port, path: '/auth/login/basic/', localAddress, headers };
  return new Promise((done, failed) => {
    const call = request(options, (answer) => answer.resume().on('end', done));
    call.on('error', failed);
    call.end(JSON.stringify({ login, password: PASSWORD, client: 'web' }));
  });
}

async function programs({ open, send }, root) {
  await open(root, '/admin/service-accounts', 'admin-service-accounts');
  await send(root, '/admin/service-accounts', { username: 'nightly', role: 'exporter', reason: 'ticket 1' }, 'admin-program');
  const id = new URL(root.url()).searchParams.get('id');
  await open(root, `/admin/user/service-key?id=${id}`, 'admin-service-key');
  await root.check('[name=scope]');
  await send(root, '/admin/user/service-key', { name: 'nightly', reason: 'ticket 1' }, 'admin-service-key-made');
  await open(root, `/admin/user?id=${id}&tab=ways`, 'admin-program-ways');
  await open(root, '/admin/service-accounts', 'admin-service-accounts-listed');
}

async function people({ look, open }, root) {
  await open(root, '/admin', 'more-admin');
  await open(root, '/admin/roles', 'admin-roles');
  await open(root, '/admin/imports', 'admin-imports-runs');
  await open(root, '/admin/invitations', 'more-invitations');
  await open(root, '/admin/users', 'admin-people');
  await root.locator('[name=select]').nth(0).check();
  await root.locator('[name=select]').nth(1).check();
  await Promise.all([root.waitForNavigation(), root.click('button[name=act] >> nth=0')]);
  await look(root, 'admin-bulk-two');
  await open(root, '/admin/users?find=lea@example.com');
  await Promise.all([root.waitForNavigation(), root.locator('tbody a').first().click()]);
  await look(root, 'more-admin-user');
  const id = new URL(root.url()).searchParams.get('id');
  await open(root, `/admin/user?id=${id}&tab=ways`, 'more-admin-user-ways');
  await open(root, `/admin/user/merge?id=${id}&find=person1@example.com`, 'admin-merge');
  await Promise.all([root.waitForNavigation(), root.locator('input[name=account] ~ button').first().click()]);
  await look(root, 'admin-merge-preview');
}

/** The page of each error, by what brings it about. */
export async function errors({ base, check, look, refused, visitor, open, send, signIn }) {
  await refused(async () => {
    const guest = await visitor();
    await open(guest, '/sign-in?next=%ff', 'error-400');
    await open(guest, '/nothing-here', 'error-404');
    await open(guest, '/sign-in');
    const old = (form, action) => guest.locator('form[action="/sign-in/ways"]').evaluate((one, [to, token]) => {
      one.noValidate = true;
      if (to) one.action = to;
      if (token) one.csrf.value = token;
    }, [form, action]);
    await old(null, 'old');
    await send(guest, '/sign-in/ways', { login: 'ana@example.com' }, 'error-403');
    await open(guest, '/sign-in');
    await old('/', null);
    await Promise.all([guest.waitForNavigation(), guest.locator('main form button:not([type=button])').first().click()]);
    await look(guest, 'error-405');
    for (let i = 0; i < 12; i++) {
      await open(guest, '/sign-in');
      await send(guest, '/sign-in/ways', { login: 'person1@example.com' });
      await send(guest, '/sign-in', { password: 'not-this-one-1' });
      if ((await guest.locator('main').innerText()).match(/minute|later/)) break;
    }
    await look(guest, 'error-429');
    const root = await visitor();
    await signIn(root, 'root@example.com');
    await open(root, '/admin/lists/broken', 'error-500');
    await fetch(`${base}/dev/outage/on`);
    await open(root, '/account', 'error-503');
    await fetch(`${base}/dev/outage/off`);
    check((await fetch(`${base}/sign-in`)).status === 200, 'the store is back');
  });
}
