// Makes vectors.json anew: node make-vectors.mjs > vectors.json, beside an installed @noble/ciphers.
// Laravel: Illuminate\Encryption\Encrypter. Rails: ActiveRecord::Encryption. devise-two-factor before 5: attr_encrypted.
// Better Auth: crypto/index.ts, which uses the same library.
import { createCipheriv, createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const bytes = (text, length) => createHash('sha256').update(text).digest().subarray(0, length);
const serialized = (text) => `s:${Buffer.byteLength(text)}:"${text}";`;
const run = (cipher, text) => Buffer.concat([cipher.update(text), cipher.final()]);

function laravel(key, text, name) {
  const iv = bytes(`iv ${name}`, 16).toString('base64');
  const value = run(createCipheriv('aes-256-cbc', key, Buffer.from(iv, 'base64')), text).toString('base64');
  const mac = createHmac('sha256', key).update(iv + value).digest('hex');
  return Buffer.from(JSON.stringify({ iv, value, mac, tag: '' })).toString('base64');
}

function laravelGcm(key, text) {
  const iv = bytes('iv gcm', 12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const value = run(cipher, text).toString('base64');
  const whole = { iv: iv.toString('base64'), value, mac: '', tag: cipher.getAuthTag().toString('base64') };
  return Buffer.from(JSON.stringify(whole)).toString('base64');
}

function message(key, text, name, headers = {}) {
  const iv = bytes(`iv ${name}`, 12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const p = run(cipher, text).toString('base64');
  return { p, h: { iv: iv.toString('base64'), at: cipher.getAuthTag().toString('base64'), ...headers } };
}

const PRIMARY = 'Dm3tGnFpDPqJ2gSbzpZ1yXPEbMzBXqXc';
const SALT = 'gLwnmRE1YLdE0Ycl84kGJoCrrY6dQ9bC';
const derived = (digest) => pbkdf2Sync(PRIMARY, SALT, 65536, 32, digest);

function attrEncrypted(algorithm, name) {
  const salt = bytes(`salt ${name}`, 16);
  const key = pbkdf2Sync('an-old-otp-secret-encryption-key', salt, 2000, 32, 'sha1');
  const iv = bytes(`iv ${name}`, algorithm.endsWith('gcm') ? 12 : 16);
  const cipher = createCipheriv(algorithm, key, iv);
  const value = run(cipher, SECRET);
  const tag = algorithm.endsWith('gcm') ? cipher.getAuthTag() : Buffer.alloc(0);
  return {
    value: Buffer.concat([value, tag]).toString('base64') + '\n',
    iv: iv.toString('base64') + '\n',
    salt: '_' + salt.toString('base64') + '\n',
  };
}

function betterAuth(secret, text, name) {
  const nonce = bytes(`nonce ${name}`, 24);
  const key = createHash('sha256').update(secret).digest();
  const sealed = xchacha20poly1305(new Uint8Array(key), new Uint8Array(nonce)).encrypt(new TextEncoder().encode(text));
  return Buffer.concat([nonce, Buffer.from(sealed)]).toString('hex');
}

const appKey = bytes('app key', 32);
const oldKey = bytes('previous app key', 32);
const dataKey = bytes('data key', 32);
const CODES = JSON.stringify(['abcdefghij-klmnopqrst', 'ABCDEFGHIJ-0123456789']);
console.log(JSON.stringify({
  secret: SECRET,
  laravel: {
    key: 'base64:' + appKey.toString('base64'),
    previous: 'base64:' + oldKey.toString('base64'),
    serialized: laravel(appKey, serialized(SECRET), 'serialized'),
    plain: laravel(appKey, SECRET, 'plain'),
    gcm: laravelGcm(appKey, serialized(SECRET)),
    ofPrevious: laravel(oldKey, serialized(SECRET), 'previous'),
    codes: laravel(appKey, serialized(CODES), 'codes'),
  },
  rails: {
    primary: PRIMARY,
    salt: SALT,
    sha256: JSON.stringify(message(derived('sha256'), SECRET, 'sha256')),
    sha1: JSON.stringify(message(derived('sha1'), SECRET, 'sha1')),
    compressed: JSON.stringify(message(derived('sha256'), deflateSync(SECRET), 'compressed', { c: true })),
    envelope: JSON.stringify(message(dataKey, SECRET, 'envelope', { k: message(derived('sha256'), dataKey, 'data key') })),
  },
  attrEncrypted: {
    key: 'an-old-otp-secret-encryption-key',
    gcm: attrEncrypted('aes-256-gcm', 'attr gcm'),
    cbc: attrEncrypted('aes-256-cbc', 'attr cbc'),
  },
  betterAuth: {
    key: 'a-better-auth-secret-of-32-chars',
    second: 'the-second-better-auth-secret-32',
    bare: betterAuth('a-better-auth-secret-of-32-chars', SECRET, 'bare'),
    envelope: '$ba$2$' + betterAuth('the-second-better-auth-secret-32', SECRET, 'envelope'),
    codes: betterAuth('a-better-auth-secret-of-32-chars', JSON.stringify(['abcde-FGHIJ', 'klmno-PQRST']), 'codes'),
  },
}, null, 2));
