package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.SetupCheck;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.Forwarding;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.store.UserStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The same store; what changes a person leaves a note in the same transaction, so that neither is there without the other. */
final class ChangeTrackingStore implements AuthStore, SetupCheck {

    private final JpaAuthStore store;
    private final ChangeLog book;
    private final Clock clock;

    ChangeTrackingStore(JpaAuthStore store, ChangeLog book, Clock clock) {
        this.store = store;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public <R extends @Nullable Object> R join(Work<R> work) {
        return store.join(tx -> work.run(noting(tx)));
    }

    @Override
    public <R extends @Nullable Object> R alone(Work<R> work) {
        return store.alone(tx -> work.run(noting(tx)));
    }

    @Override
    public <R extends @Nullable Object> R read(Work<R> work) {
        return store.read(work);
    }

    @Override
    public List<String> setupProblems() {
        return store.setupProblems();
    }

    @Override
    public boolean holdsConnection() {
        return store.holdsConnection();
    }

    @Override
    public Optional<UserId> userId(String text) {
        return store.userId(text);
    }

    @Override
    public Optional<ProfileId> profileId(String text) {
        return store.profileId(text);
    }

    private AuthTx noting(AuthTx tx) {
        return Forwarding.over(AuthTx.class, (method, arguments) -> switch (method.getName()) {
            case "users" -> noting(UserStore.class, tx.users(), TrackedChanges.USERS);
            case "profiles" -> noting(ProfileStore.class, tx.profiles(), TrackedChanges.PROFILES);
            default -> Forwarding.to(tx, method, arguments);
        });
    }

    private <T> T noting(Class<T> type, T target, Map<String, Set<UserChange>> verbs) {
        return Forwarding.over(type, (method, arguments) -> {
            Object result = Forwarding.to(target, method, arguments);
            Set<UserChange> changes = verbs.getOrDefault(method.getName(), Set.of());
            if (!changes.isEmpty() && arguments != null) {
                TrackedChanges.whom(arguments[0], result).forEach(user -> note(user, changes));
            }
            return result;
        });
    }

    private void note(UserId user, Set<UserChange> changes) {
        changes.forEach(change -> book.add(user.toString(), change, clock.instant()));
    }
}
