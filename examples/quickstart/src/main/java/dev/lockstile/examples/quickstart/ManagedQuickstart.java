package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.cli.ManagedHost;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.password.PasswordFormats;
import dev.lockstile.auth.password.Passwords;
import dev.lockstile.auth.store.AuthStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the manage commands need of the quickstart: its database and its table of password formats. */
final class ManagedQuickstart implements ManagedHost {

    private final QuickstartSettings settings;
    private @Nullable Database database;

    ManagedQuickstart(QuickstartSettings settings) {
        this.settings = settings;
    }

    @Override
    public void migrateSchema() {
        Database.migrate(settings);
    }

    @Override
    public AuthStore store() {
        return database().store();
    }

    @Override
    public AuditTrail auditTrail() {
        return database().auditTrail(new KeyFiles(settings.data()).load(settings.keys()));
    }

    @Override
    public Optional<Secret> importKey() {
        return Optional.of(new KeyFiles(settings.data()).load(settings.keys()).importKey());
    }

    private Database database() {
        if (database == null) {
            database = Database.open(settings);
        }
        return database;
    }

    @Override
    public PasswordFormats passwordFormats() {
        return Passwords.of(Application.passwords()).formats();
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }
}
