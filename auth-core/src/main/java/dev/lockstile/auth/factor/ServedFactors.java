package dev.lockstile.auth.factor;

/**
 * What a host serves of second factors besides passkeys ({@link PasskeyLogin#isServed}): what a page or an application need not
 * offer where it is off.
 *
 * @param totp whether people may add an authenticator application
 * @param recoveryCodes whether people who have a second factor may make recovery codes
 * @param trustedBrowsers whether a browser may leave the second factor out for a while
 */
public record ServedFactors(boolean totp, boolean recoveryCodes, boolean trustedBrowsers) {}
