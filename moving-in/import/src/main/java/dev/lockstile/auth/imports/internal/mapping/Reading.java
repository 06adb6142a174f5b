package dev.lockstile.auth.imports.internal.mapping;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.mapping.ReadingOptions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What reading old rows depends on besides the rows.
 *
 * @param rules the host's canonical forms
 * @param region where phone numbers without a country code are from, ISO 3166-1 alpha-2; null when not known
 * @param now stands in where a row that must have a time has none
 * @param options what the mover allows old rows to say
 */
public record Reading(IdentifierRules rules, @Nullable String region, Instant now, ReadingOptions options) {

    /**
     * With the careful options.
     *
     * @param rules the host's canonical forms
     * @param region of phone numbers without a country code; null when unknown
     * @param now stands in where a row that must have a time has none
     */
    public Reading(IdentifierRules rules, @Nullable String region, Instant now) {
        this(rules, region, now, ReadingOptions.CAREFUL);
    }
}
