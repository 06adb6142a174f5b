package dev.lockstile.auth.imports.support;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.MongoPhoneOtpPreset;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import java.nio.file.Path;
import java.time.Clock;

/** Imports in a process of its own, so that it can be killed; goes on with what was broken off. */
public final class ImportChild {

    private ImportChild() {}

    /** The address of the host's database, and the file of people. */
    public static void main(String[] args) {
        try (JpaHost host = JpaHost.onPostgres(args[0]);
                Source source = Sources.file(Path.of(args[1]))) {
            ImportTarget target = new ImportTarget(
                    host.store(),
                    IdentifierRules.standard(),
                    Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
                            .formats(),
                    Clock.systemUTC());
            UserImport users = new UserImport(
                    target, ImportOptions.defaults().withBatchSize(5).withWorkers(2));
            ImportWatch watch = new Telling();
            users.resume(source, new MongoPhoneOtpPreset(), watch)
                    .orElseGet(() -> users.run(source, new MongoPhoneOtpPreset(), watch));
        }
    }

    private static final class Telling implements ImportWatch {
        @Override
        public void quarantined(QuarantineEntry entry) {}

        @Override
        public void progress(long people) {
            System.out.println("read " + people);
            System.out.flush();
        }
    }
}
