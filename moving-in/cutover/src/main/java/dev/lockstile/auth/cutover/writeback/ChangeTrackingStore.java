package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.SetupCheck;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.admin.AdminListSource;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.Forwarding;
import dev.lockstile.auth.store.HostColumnStore.HostColumn;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.store.UserStore;
import dev.lockstile.auth.store.imports.BulkInsertStore;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.WrittenRowStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The host's store, which enters every change of a user in the change log, in the transaction of the change. */
final class ChangeTrackingStore implements AuthStore, AdminListSource, SetupCheck {

    private final JpaAuthStore store;
    private final ChangeLog changeLog;
    private final Clock clock;

    ChangeTrackingStore(JpaAuthStore store, ChangeLog changeLog, Clock clock) {
        this.store = store;
        this.changeLog = changeLog;
        this.clock = clock;
    }

    @Override
    public <R extends @Nullable Object> R join(Work<R> work) {
        return store.join(tx -> work.run(tracking(tx)));
    }

    @Override
    public <R extends @Nullable Object> R alone(Work<R> work) {
        return store.alone(tx -> work.run(tracking(tx)));
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
    public boolean isMapped(Class<?> entity) {
        return store.isMapped(entity);
    }

    @Override
    public Optional<UserId> userId(String text) {
        return store.userId(text);
    }

    @Override
    public Optional<ProfileId> profileId(String text) {
        return store.profileId(text);
    }

    @Override
    public List<String> hostColumnProblems(List<HostColumn> columns) {
        return store.hostColumnProblems(columns);
    }

    @Override
    public AdminLists adminLists(IdentifierRules rules) {
        return store.adminLists(rules);
    }

    private AuthTx tracking(AuthTx tx) {
        return Forwarding.replacing(AuthTx.class, tx, new TrackedTx(tx));
    }

    /** What differs in a transaction: the stores whose changes are tracked. */
    private final class TrackedTx {

        private final AuthTx tx;

        TrackedTx(AuthTx tx) {
            this.tx = tx;
        }

        UserStore users() {
            return tracking(UserStore.class, tx.users(), TrackedChanges.USERS);
        }

        ProfileStore profiles() {
            return tracking(ProfileStore.class, tx.profiles(), TrackedChanges.PROFILES);
        }

        Optional<?> extension(Class<?> type) {
            return tx.extension(type)
                    .map(found -> found instanceof ImportTx imports
                            ? Forwarding.replacing(ImportTx.class, imports, new TrackedImports(imports))
                            : found);
        }
    }

    /** What differs in the stores of an import. */
    private final class TrackedImports {

        private final ImportTx imports;

        TrackedImports(ImportTx imports) {
            this.imports = imports;
        }

        BulkInsertStore inserts() {
            return tracking(BulkInsertStore.class, imports.inserts(), TrackedChanges.INSERTS);
        }

        WrittenRowStore written() {
            return tracking(WrittenRowStore.class, imports.written(), TrackedChanges.WRITTEN);
        }
    }

    private <T> T tracking(Class<T> type, T target, Map<String, Set<UserState.Change>> verbs) {
        return Forwarding.over(type, (method, arguments) -> {
            Object result = Forwarding.to(target, method, arguments);
            Set<UserState.Change> changes = verbs.getOrDefault(method.getName(), Set.of());
            if (!changes.isEmpty() && arguments != null) {
                TrackedChanges.whom(arguments[0], result).forEach(user -> track(user, changes));
            }
            return result;
        });
    }

    private void track(UserId user, Set<UserState.Change> changes) {
        changes.forEach(change -> changeLog.add(user.toString(), change, clock.instant()));
    }
}
