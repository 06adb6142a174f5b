package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.draft.Entity;
import dev.lockstile.auth.imports.draft.FactorDraft;
import dev.lockstile.auth.imports.draft.Origin;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/** Where an old system keeps second factors, and what they mean here. Stateless; give it to {@link FactorPreset}. */
@FunctionalInterface
public interface FactorMapping {

    /**
     * Finds the tables in a source; empty where it has none.
     *
     * @param now the moment at which the source is read
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when a table lacks columns that are needed
     */
    Optional<FactorSource> open(Source source, Instant now);

    /**
     * Maps a table of the host's own system.
     *
     * @param table its name; its key is the column {@code id}
     * @param owner the column that holds the user's key
     * @param mapping makes a factor of a row; called once per row and pass, so it must be deterministic. The row's own {@link
     *     SourceRow#fingerprint} stands in the ledger: leave secrets of fewer than 80 bits out of it
     */
    static FactorMapping table(
            Entity entity, String table, String owner, BiFunction<SourceRow, Origin, FactorDraft> mapping) {
        return (source, now) -> FactorTables.in(source)
                .find(table)
                .map(found -> new TableFactors(new OwnedTable(source, found, owner), entity, mapping));
    }

    /** Returns what the package django-otp keeps; see {@link DjangoOtpFactors}. */
    static FactorMapping djangoOtp() {
        return DjangoOtpFactors::open;
    }

    /** Returns what django-allauth keeps, unencrypted as its own adapter does. */
    static FactorMapping allauth() {
        return AllauthCodes.STANDARD.mapping();
    }

    /** Returns the same for a host that changed the number or length of recovery codes, or encrypts secrets. */
    static FactorMapping allauth(AllauthCodes settings) {
        return settings.mapping();
    }
}
