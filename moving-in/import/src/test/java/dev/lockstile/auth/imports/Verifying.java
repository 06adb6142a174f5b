package dev.lockstile.auth.imports;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.verify.Verification;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.store.AuthStore;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** Comparisons with the usual parts, a day after the import. */
public final class Verifying {

    private static final Clock CLOCK = Clock.fixed(Importing.NOW.plus(Duration.ofDays(1)), ZoneOffset.UTC);

    private Verifying() {}

    /** Compares and closes the source. */
    public static VerifyReport of(AuthStore store, Source source, Preset preset, List<VerifyReport.Difference> told) {
        try (source) {
            return verification(store).run(source, preset, told::add);
        }
    }

    /** Compares as an import with these options read, and closes the source. */
    static VerifyReport of(
            AuthStore store, Source source, Preset preset, ImportOptions options, List<VerifyReport.Difference> told) {
        try (source) {
            return new Verification(target(store), options).run(source, preset, told::add);
        }
    }

    static Verification verification(AuthStore store) {
        return new Verification(target(store), ImportOptions.defaults());
    }

    public static ImportTarget target(AuthStore store) {
        return new ImportTarget(
                store,
                IdentifierRules.standard(),
                Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
                        .formats(),
                CLOCK);
    }
}
