package dev.lockstile.auth.imports.internal.mapping;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.mapping.ReadingOptions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The settings by which source rows are read.
 *
 * @param rules the host's canonical forms
 * @param region the region of phone numbers without a country code, ISO 3166-1 alpha-2; null when it is unknown
 * @param now the time that a row gets which has none and needs one
 * @param options what the operator allows source rows to set
 */
public record Reading(IdentifierRules rules, @Nullable String region, Instant now, ReadingOptions options) {

    /**
     * Creates settings with {@link ReadingOptions#CAREFUL}.
     *
     * @param rules the host's canonical forms
     * @param region of phone numbers without a country code; null when unknown
     * @param now the time that a row gets which has none and needs one
     */
    public Reading(IdentifierRules rules, @Nullable String region, Instant now) {
        this(rules, region, now, ReadingOptions.CAREFUL);
    }
}
