package dev.lockstile.auth.imports.support;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.options.ContentFile;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordFormats;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports with the usual parts, and keeps what went to quarantine. */
public final class Importing {

    public static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

    private static final PasswordFormats FORMATS = Passwords.of(
                    PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
            .formats();

    private final AuthStore store;
    private @Nullable Secret sealKey;
    private final List<QuarantineEntry> quarantine = new ArrayList<>();

    public Importing(AuthStore store) {
        this.store = store;
    }

    /** The same with a key for what is kept of rows that change. */
    public Importing sealedBy(Secret key) {
        sealKey = key;
        return this;
    }

    public ImportReport run(Source source) {
        return run(source, ImportOptions.defaults());
    }

    /** Runs and closes the source. */
    public ImportReport run(Source source, ImportOptions options) {
        return run(source, JbDrfAuthPreset.discovering(), options);
    }

    /** Runs and closes the source. */
    public ImportReport run(Source source, Preset preset, ImportOptions options) {
        quarantine.clear();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        ImportTarget target = new ImportTarget(store, IdentifierRules.standard(), FORMATS, clock, sealKey);
        try (source) {
            return new UserImport(target, options).run(source, preset, quarantine::add);
        }
    }

    /** Runs with content to link, and closes the source. */
    public ImportReport run(Source source, Preset preset, List<ContentFile> content) {
        quarantine.clear();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        ImportTarget target = new ImportTarget(store, IdentifierRules.standard(), FORMATS, clock, sealKey);
        try (source) {
            return new UserImport(target, ImportOptions.defaults(), content).run(source, preset, quarantine::add);
        }
    }

    /** What went to quarantine in the last run. */
    public List<QuarantineEntry> quarantine() {
        return List.copyOf(quarantine);
    }
}
