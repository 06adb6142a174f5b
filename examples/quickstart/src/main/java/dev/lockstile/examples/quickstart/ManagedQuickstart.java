package dev.lockstile.examples.quickstart;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.AccountAdministration;
import dev.lockstile.auth.cli.Deployment;
import dev.lockstile.auth.cli.HostSchema;
import dev.lockstile.auth.cli.ManagedHost;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.FactorSealing;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.password.PasswordFormats;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialAdministration;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.store.AuthStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the manage commands need of the quickstart: its database and its table of password formats. */
final class ManagedQuickstart implements ManagedHost {

    /** A command redirects no browser. */
    private static final String ORIGIN = "http://localhost";

    private final QuickstartSettings settings;
    private final PasswordSettings passwords;
    private @Nullable HikariDataSource tables;
    private @Nullable Database database;
    private @Nullable Auth auth;

    ManagedQuickstart(QuickstartSettings settings) {
        this(settings, Application.passwords());
    }

    /** With passwords of an import kept at another cost. */
    ManagedQuickstart(QuickstartSettings settings, PasswordSettings passwords) {
        this.settings = settings;
        this.passwords = passwords;
    }

    @Override
    public void migrateSchema() {
        schema().schema().migrate();
    }

    @Override
    public HostSchema schema() {
        if (tables == null) {
            tables = Database.pool(settings);
        }
        return Database.hostSchema(tables);
    }

    @Override
    public boolean tellsSchema() {
        return true;
    }

    @Override
    public AuthStore store() {
        return database().store();
    }

    @Override
    public AccountAdministration admin() {
        return auth().admin();
    }

    @Override
    public FactorAdministration factors() {
        return auth().factorAdministration();
    }

    @Override
    public SocialAdministration social() {
        return auth().socialAdministration();
    }

    @Override
    public Optional<SourceAccess> databaseAccess() {
        QuickstartSettings.Database own = settings.database();
        String user = own.user().isEmpty() ? null : own.user();
        return Optional.of(
                new SourceAccess(own.url(), user, own.password().isEmpty() ? null : Secret.of(own.password())));
    }

    @Override
    public boolean allowsCodes() {
        return settings.dev();
    }

    @Override
    public Optional<Deployment> deployment() {
        AuthSettings figures = Application.settings(settings, settings.port());
        SenderEnvironment senders = settings.senders();
        Deployment told = Deployment.of(figures, List.of(senders.sms()), List.of(senders.email()))
                .withInbox(settings.hasInbox())
                .withTrustedProxies(List.of())
                .withKeyFiles(KeyFiles.of(settings.data()));
        String from = senders.from();
        return Optional.of(from == null ? told : told.withMailFrom(from));
    }

    @Override
    public Auth auth() {
        if (auth == null) {
            auth = Application.wire(
                            settings,
                            Application.settings(settings, settings.port()),
                            new KeyFiles(settings.data()).load(settings.keys()),
                            database(),
                            null)
                    .build();
        }
        return auth;
    }

    @Override
    public AuditTrail auditTrail() {
        return database().auditTrail(new KeyFiles(settings.data()).auditKeys(settings.keys()));
    }

    @Override
    public Optional<Secret> importKey() {
        return Optional.of(new KeyFiles(settings.data()).importKeys(settings.keys()));
    }

    @Override
    public Optional<FactorSealing> factorSealing() {
        AuthKeys keys = new KeyFiles(settings.data()).load(settings.keys());
        String own = settings.keys().factor();
        return Optional.of(own == null ? keys.factorSealing() : keys.factorSealing(Secret.of(own)));
    }

    @Override
    public Optional<Set<String>> socialProviders() {
        return Optional.of(settings.social().settings(ORIGIN).stream()
                .flatMap(social -> social.providers().stream())
                .map(SocialProvider::name)
                .collect(Collectors.toSet()));
    }

    /** A command that looks at the tables finds them as they are; every other one finds them up to date. */
    private Database database() {
        if (database == null) {
            database = tables == null ? Database.open(settings) : Database.openAsIs(settings);
        }
        return database;
    }

    @Override
    public PasswordFormats passwordFormats() {
        return Passwords.of(passwords).formats();
    }

    @Override
    public void close() {
        if (auth != null) {
            auth.close();
        }
        if (database != null) {
            database.close();
        }
        if (tables != null) {
            tables.close();
        }
    }
}
