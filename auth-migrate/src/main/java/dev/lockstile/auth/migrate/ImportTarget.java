package dev.lockstile.auth.migrate;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.password.PasswordFormats;
import dev.lockstile.auth.store.AuthStore;
import java.time.Clock;

/**
 * Where an import writes to.
 *
 * @param rules the host's canonical forms, the same that sign-in uses
 * @param formats the host's table of password formats, the same that sign-in uses
 */
public record ImportTarget(AuthStore store, IdentifierRules rules, PasswordFormats formats, Clock clock) {}
