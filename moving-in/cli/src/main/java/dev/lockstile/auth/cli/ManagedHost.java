package dev.lockstile.auth.cli;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.cutover.writeback.WriteBack;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.FactorSealing;
import dev.lockstile.auth.imports.check.MigrationWiring;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.password.PasswordFormats;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialAdministration;
import dev.lockstile.auth.store.AuthStore;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * What the commands need of a host. It is made when a command first needs it and closed when the command ends, so that
 * asking for help opens no database.
 */
public interface ManagedHost extends AutoCloseable {

    /** Brings the tables up to date. Called by {@code migrate} without options, and by no other command. */
    default void migrateSchema() {
        schema().schema().migrate();
    }

    /**
     * {@return the schema, for the commands that look into it: {@code makemigrations}, {@code showmigrations}, {@code
     * rollback} and the like} A host that does without them keeps the default.
     */
    default HostSchema schema() {
        throw new IllegalArgumentException("this host does not tell its schema: override ManagedHost.schema()");
    }

    /** {@return whether {@link #schema()} is overridden, so that {@code migrate} can look before it runs} */
    default boolean tellsSchema() {
        try {
            return schema().resources() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** {@return the audit trail, for {@code audit-verify}} A host that keeps none keeps the default. */
    default AuditTrail auditTrail() {
        throw new IllegalArgumentException("this host tells of no audit trail: override ManagedHost.auditTrail()");
    }

    /**
     * {@return the library with the settings, keys and providers of the application, for {@code send-test}, {@code codes},
     * {@code service-accounts} and {@code api-keys}} A host that does without these commands keeps the default.
     */
    default Auth auth() {
        throw new IllegalArgumentException("this host does not tell its Auth: override ManagedHost.auth()");
    }

    /**
     * {@return whether codes of the host's own purposes may be issued and verified from the command line, for {@code
     * codes}} Off unless the host says otherwise: for development, not for production.
     */
    default boolean allowsCodes() {
        return false;
    }

    /**
     * {@return address, user and password of the application's database, for {@code backup}, whose tools connect by
     * themselves; empty for not told}
     */
    default Optional<SourceAccess> databaseAccess() {
        return Optional.empty();
    }

    /** {@return how the application is set up for people, for {@code check --deploy}; empty for not told} */
    default Optional<Deployment> deployment() {
        return Optional.empty();
    }

    /**
     * {@return what opens accounts of administrators and merges accounts, such as {@code Auth.admin()}, for {@code
     * create-superuser} and {@code users merge}} A host that does without these commands keeps the default.
     */
    default AccountAdministration admin() {
        throw new IllegalArgumentException(
                "this host does not tell how to open accounts: override ManagedHost.admin()");
    }

    /**
     * {@return what resets second factors, such as {@code Auth.factorAdministration()}, for {@code factors reset}: of
     * an {@code Auth} with the settings of the application, so that a reset waits as it does there}
     */
    default FactorAdministration factors() {
        throw new IllegalArgumentException(
                "this host does not tell how to reset second factors: override ManagedHost.factors()");
    }

    /**
     * {@return what lists and unlinks accounts at other sites, such as {@code Auth.socialAdministration()}, for {@code
     * social}: of an {@code Auth} with the providers of the application, since they count as ways in}
     */
    default SocialAdministration social() {
        throw new IllegalArgumentException(
                "this host does not tell how to unlink accounts at other sites: override ManagedHost.social()");
    }

    /** {@return the accounts} Not called by {@code migrate}: the tables may not be there yet. */
    AuthStore store();

    /**
     * {@return the open persistence unit, for {@code import --in-place}} A host that adopted no tables keeps the
     * default.
     */
    default EntityManagerFactory entities() {
        throw new IllegalArgumentException(
                "this host does not tell its persistence unit: override ManagedHost.entities()");
    }

    /**
     * {@return how messages leave, and until when old tokens are exchanged, for {@code import check}; empty for not
     * told}
     */
    default Optional<MigrationWiring> moveWiring() {
        return Optional.empty();
    }

    /**
     * {@return the other sites that sign people in, such as {@code Auth.social().providers()}, for {@code import
     * check}; empty for not told}
     */
    default Optional<Set<String>> socialProviders() {
        return moveWiring().flatMap(wiring -> Optional.ofNullable(wiring.socialProviders()));
    }

    /** {@return the table of password formats that sign-in uses} */
    PasswordFormats passwordFormats();

    /** {@return the canonical forms of identifiers that sign-in uses} */
    default IdentifierRules identifierRules() {
        return IdentifierRules.standard();
    }

    /**
     * {@return the keys that seal what an import keeps of rows it changes, such as {@code AuthKeys.importKey(own)}, so
     * that a rollback can give people their old passwords back, and the rows of the old system where they are to be
     * kept; one or more, as {@link dev.lockstile.auth.SymmetricKeys} reads them} Without one no old hash and no old row
     * is kept.
     */
    default Optional<Secret> importKey() {
        return Optional.empty();
    }

    /**
     * {@return what an import seals second factors with, such as {@code AuthKeys.factorSealing()}, as sign-in opens
     * them} Without it people who have a second factor in the old system wait in quarantine.
     */
    default Optional<FactorSealing> factorSealing() {
        return Optional.empty();
    }

    /** {@return Write-back sync, for {@code import write-back}} A host without it keeps the default. */
    default WriteBack writeBack() {
        throw new IllegalArgumentException("this host has no write-back sync: override ManagedHost.writeBack()");
    }

    /** {@return the clock by which imported rows are dated, and by which the clean-up tells what is old} */
    default Clock clock() {
        return Clock.systemUTC();
    }

    /** Lets go of what was opened. */
    @Override
    void close();
}
