package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.source.Entity;
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
     * @param source stays the caller's to close
     * @param now the moment at which the source is read
     * @return the factors, read while the source is open
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when a table lacks columns that are needed
     */
    Optional<FactorSource> open(Source source, Instant now);

    /**
     * {@return a mapping of a table of the host's own system}
     *
     * @param entity the kind of its rows
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

    /** {@return what the package django-otp keeps; see {@link DjangoOtpFactors}} */
    static FactorMapping djangoOtp() {
        return DjangoOtpFactors::open;
    }

    /** {@return what django-allauth keeps, unencrypted as its own adapter does} */
    static FactorMapping allauth() {
        return AllauthCodes.STANDARD.mapping();
    }

    /**
     * {@return the same for a host that changed the number or length of recovery codes, or encrypts secrets}
     *
     * @param settings as the project has them
     */
    static FactorMapping allauth(AllauthCodes settings) {
        return settings.mapping();
    }
}
