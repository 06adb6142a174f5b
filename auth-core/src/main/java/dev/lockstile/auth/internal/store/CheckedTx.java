package dev.lockstile.auth.internal.store;

import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore;
import dev.lockstile.auth.store.DeviceStore;
import dev.lockstile.auth.store.FactorStore;
import dev.lockstile.auth.store.HostColumnStore;
import dev.lockstile.auth.store.LegacyLinkStore;
import dev.lockstile.auth.store.MessageLogStore;
import dev.lockstile.auth.store.OutboxStore;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.store.SessionStore;
import dev.lockstile.auth.store.SocialStore;
import dev.lockstile.auth.store.ThrottleStore;
import dev.lockstile.auth.store.UpkeepStore;
import dev.lockstile.auth.store.UserStore;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A transaction whose users are read with what still counts of their identifiers. */
final class CheckedTx implements AuthTx {

    private final AuthTx tx;
    private final CheckedUsers users;
    private final CheckedSessions sessions;

    CheckedTx(AuthTx tx, ReadRules rules) {
        this.tx = tx;
        this.users = new CheckedUsers(tx.users(), rules);
        this.sessions = new CheckedSessions(tx.sessions(), rules);
    }

    @Override
    public UserStore users() {
        return users;
    }

    @Override
    public SessionStore sessions() {
        return sessions;
    }

    @Override
    public ProfileStore profiles() {
        return tx.profiles();
    }

    @Override
    public DeviceStore devices() {
        return tx.devices();
    }

    @Override
    public CodeStore codes() {
        return tx.codes();
    }

    @Override
    public OutboxStore outbox() {
        return tx.outbox();
    }

    @Override
    public MessageLogStore messageLogs() {
        return tx.messageLogs();
    }

    @Override
    public ThrottleStore throttles() {
        return tx.throttles();
    }

    @Override
    public FactorStore factors() {
        return tx.factors();
    }

    @Override
    public SocialStore socials() {
        return tx.socials();
    }

    @Override
    public LegacyLinkStore legacy() {
        return tx.legacy();
    }

    @Override
    public UpkeepStore upkeep() {
        return tx.upkeep();
    }

    @Override
    public <T> Optional<T> extension(Class<T> type) {
        return tx.extension(type);
    }

    @Override
    public HostColumnStore hostColumns() {
        return tx.hostColumns();
    }

    @Override
    public <R extends @Nullable Object> R callHost(Supplier<R> work) {
        return tx.callHost(work);
    }

    @Override
    public void afterCommit(Runnable action) {
        tx.afterCommit(action);
    }
}
