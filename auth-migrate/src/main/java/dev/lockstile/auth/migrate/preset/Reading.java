package dev.lockstile.auth.migrate.preset;

import dev.lockstile.auth.account.IdentifierRules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What reading old rows depends on besides the rows.
 *
 * @param rules the host's canonical forms
 * @param region where phone numbers without a country code are from, ISO 3166-1 alpha-2; null when that is not known
 * @param now stands in where a row that must have a time has none
 */
public record Reading(IdentifierRules rules, @Nullable String region, Instant now) {}
