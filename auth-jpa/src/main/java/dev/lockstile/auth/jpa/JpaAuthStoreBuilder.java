package dev.lockstile.auth.jpa;

import dev.lockstile.auth.jpa.host.HostModelException;
import dev.lockstile.auth.jpa.internal.host.EntityChoice;
import dev.lockstile.auth.jpa.internal.host.HostModelReader;
import dev.lockstile.auth.jpa.internal.store.LocalTransactions;
import dev.lockstile.auth.jpa.internal.store.Tables;
import dev.lockstile.auth.jpa.transaction.TransactionRunner;
import dev.lockstile.auth.model.AbstractApiKey;
import dev.lockstile.auth.model.AbstractAuthChallenge;
import dev.lockstile.auth.model.AbstractAuthEvent;
import dev.lockstile.auth.model.AbstractDevice;
import dev.lockstile.auth.model.AbstractEmailLog;
import dev.lockstile.auth.model.AbstractFormerPassword;
import dev.lockstile.auth.model.AbstractLegacyLink;
import dev.lockstile.auth.model.AbstractOtpCode;
import dev.lockstile.auth.model.AbstractPasskey;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractRecoveryCode;
import dev.lockstile.auth.model.AbstractSession;
import dev.lockstile.auth.model.AbstractSmsLog;
import dev.lockstile.auth.model.AbstractSocialAccount;
import dev.lockstile.auth.model.AbstractTotp;
import dev.lockstile.auth.model.AbstractTrustedBrowser;
import dev.lockstile.auth.model.AbstractUser;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link JpaAuthStore}. An entity that is not named is looked for among the entities of the persistence unit;
 * user, profile, code and session have to be there, the others may be missing. Not safe for use by many threads.
 */
public final class JpaAuthStoreBuilder {

    private final EntityManagerFactory emf;
    private final EntityChoice choice = new EntityChoice();
    private TransactionRunner runner;
    private String outboxTable = "auth_outbox";
    private String throttleTable = "auth_throttle";
    private String importTables = "auth_import";

    JpaAuthStoreBuilder(EntityManagerFactory emf) {
        this.emf = emf;
        this.runner = new LocalTransactions(emf, () -> null);
    }

    /**
     * The entity of people; needed where several extend {@code AbstractUser}.
     *
     * @param entity of the host's persistence unit
     * @return this builder
     */
    public JpaAuthStoreBuilder user(Class<? extends AbstractUser> entity) {
        return name(AbstractUser.class, entity);
    }

    /**
     * The entity of profiles, of which each user has one or more.
     *
     * @param entity of the host's persistence unit
     * @return this builder
     */
    public JpaAuthStoreBuilder profile(Class<? extends AbstractProfile<?>> entity) {
        return name(AbstractProfile.class, entity);
    }

    /**
     * The entity of one-time codes and links.
     *
     * @param entity of the host's persistence unit
     * @return this builder
     */
    public JpaAuthStoreBuilder code(Class<? extends AbstractOtpCode> entity) {
        return name(AbstractOtpCode.class, entity);
    }

    /**
     * The entity of sessions, which refresh tokens belong to.
     *
     * @param entity of the host's persistence unit
     * @return this builder
     */
    public JpaAuthStoreBuilder session(Class<? extends AbstractSession<?>> entity) {
        return name(AbstractSession.class, entity);
    }

    /**
     * The entity of devices of mobile clients; without one no device is remembered.
     *
     * @param entity of the host's persistence unit
     * @return this builder
     */
    public JpaAuthStoreBuilder device(Class<? extends AbstractDevice<?>> entity) {
        return name(AbstractDevice.class, entity);
    }

    /**
     * The entity of accounts at other services that users are linked with; without one none is linked.
     *
     * @param entity of the host's persistence unit
     * @return this builder
     */
    public JpaAuthStoreBuilder social(Class<? extends AbstractSocialAccount<?>> entity) {
        return name(AbstractSocialAccount.class, entity);
    }

    /**
     * The entity of text messages that were sent; without one none is logged.
     *
     * @param entity of the host's persistence unit
     * @return this builder
     */
    public JpaAuthStoreBuilder smsLog(Class<? extends AbstractSmsLog> entity) {
        return name(AbstractSmsLog.class, entity);
    }

    /**
     * The entity of e-mails that were sent; without one none is logged.
     *
     * @param entity of the host's persistence unit
     * @return this builder
     */
    public JpaAuthStoreBuilder emailLog(Class<? extends AbstractEmailLog> entity) {
        return name(AbstractEmailLog.class, entity);
    }

    /**
     * The entity of keys in a system that users came from; without one no user is found by an old key.
     *
     * @param entity of the host's persistence unit
     * @return this builder
     */
    public JpaAuthStoreBuilder legacyLink(Class<? extends AbstractLegacyLink> entity) {
        return name(AbstractLegacyLink.class, entity);
    }

    /**
     * The entity of events that {@link JpaAuthStore#eventLog()} writes.
     *
     * @param entity of the host's persistence unit
     * @return this builder
     */
    public JpaAuthStoreBuilder authEvent(Class<? extends AbstractAuthEvent> entity) {
        return name(AbstractAuthEvent.class, entity);
    }

    /**
     * The entity of authenticator applications; without one none can be added.
     *
     * @param entity of the host's persistence unit
     * @return this builder
     */
    public JpaAuthStoreBuilder totp(Class<? extends AbstractTotp<?>> entity) {
        return name(AbstractTotp.class, entity);
    }

    /**
     * The entity of passkeys; without one none can be added.
     *
     * @param entity of the host's persistence unit
     * @return this builder
     */
    public JpaAuthStoreBuilder passkey(Class<? extends AbstractPasskey<?>> entity) {
        return name(AbstractPasskey.class, entity);
    }

    /**
     * The entity of recovery codes; without one none are given.
     *
     * @param entity of the host's persistence unit
     * @return this builder
     */
    public JpaAuthStoreBuilder recoveryCode(Class<? extends AbstractRecoveryCode<?>> entity) {
        return name(AbstractRecoveryCode.class, entity);
    }

    /**
     * The entity of browsers that need not show the second factor; without one every sign-in shows it.
     *
     * @param entity of the host's persistence unit
     * @return this builder
     */
    public JpaAuthStoreBuilder trustedBrowser(Class<? extends AbstractTrustedBrowser<?>> entity) {
        return name(AbstractTrustedBrowser.class, entity);
    }

    /**
     * The entity of sign-ins between their two factors; second factors need it.
     *
     * @param entity of the host's persistence unit
     * @return this builder
     */
    public JpaAuthStoreBuilder challenge(Class<? extends AbstractAuthChallenge> entity) {
        return name(AbstractAuthChallenge.class, entity);
    }

    /**
     * The entity of API keys; without one the host keeps none.
     *
     * @param entity of the host's persistence unit
     * @return this builder
     */
    public JpaAuthStoreBuilder apiKey(Class<? extends AbstractApiKey<?>> entity) {
        return name(AbstractApiKey.class, entity);
    }

    /**
     * The entity of former passwords; without one the host keeps none.
     *
     * @param entity of the host's persistence unit
     * @return this builder
     */
    public JpaAuthStoreBuilder formerPassword(Class<? extends AbstractFormerPassword<?>> entity) {
        return name(AbstractFormerPassword.class, entity);
    }

    /**
     * The table of messages on their way out, {@code auth_outbox} by default; may carry its schema.
     *
     * @param table the name
     * @return this builder
     */
    public JpaAuthStoreBuilder outboxTable(String table) {
        outboxTable = table;
        return this;
    }

    /**
     * The table of counters, {@code auth_throttle} by default; may carry its schema.
     *
     * @param table the name
     * @return this builder
     */
    public JpaAuthStoreBuilder throttleTable(String table) {
        throttleTable = table;
        return this;
    }

    /**
     * What the tables of imports begin with, {@code auth_import} by default; may carry their schema.
     *
     * @param beginning the name up to {@code _run} and the like
     * @return this builder
     */
    public JpaAuthStoreBuilder importTables(String beginning) {
        importTables = beginning;
        return this;
    }

    /**
     * Where the host's transaction is to be found.
     *
     * @param current gives the entity manager that the calling thread works with now, or null; of the same persistence
     *     unit. In Spring: {@code () -> EntityManagerFactoryUtils.getTransactionalEntityManager(emf)}
     * @return this builder
     */
    public JpaAuthStoreBuilder joining(Supplier<? extends @Nullable EntityManager> current) {
        runner = new LocalTransactions(emf, current);
        return this;
    }

    /**
     * Who begins, joins and ends transactions, in place of {@link #joining}: for a host whose framework does.
     *
     * @param newRunner for the same persistence unit
     * @return this builder
     */
    public JpaAuthStoreBuilder transactions(TransactionRunner newRunner) {
        runner = newRunner;
        return this;
    }

    /**
     * {@return the store}
     *
     * @throws HostModelException with all that is wrong with the entities at once
     */
    public JpaAuthStore build() {
        Tables tables = Tables.of(emf, HostModelReader.read(emf, choice), outboxTable, throttleTable, importTables);
        return new JpaAuthStore(emf, tables, runner);
    }

    private JpaAuthStoreBuilder name(Class<?> part, Class<?> entity) {
        choice.name(part, entity);
        return this;
    }
}
