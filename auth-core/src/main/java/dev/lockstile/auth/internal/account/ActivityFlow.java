package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.Activity;
import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.event.AuditRecords.Entry;
import dev.lockstile.auth.event.AuditRecords.Page;
import dev.lockstile.auth.event.AuditRecords.Query;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads the audit trail, outside of any transaction of the store: the trail has a connection of its own. */
public final class ActivityFlow implements Activity {

    private final FlowContext context;
    private final @Nullable AuditRecords records;

    /** @param records null where the audit cannot be read */
    public ActivityFlow(FlowContext context, @Nullable AuditRecords records) {
        this.context = context;
        this.records = records;
    }

    @Override
    public Outcome<Page> own(Caller caller, Query query) {
        Query own = Query.all()
                .ofUser(caller.user().toString())
                .after(query.after())
                .sized(query.size());
        return read(caller, own, (session, asker) -> Optional.empty()).map(ActivityFlow::shownToOwner);
    }

    @Override
    public Outcome<Page> all(Caller caller, Query query) {
        return read(caller, query, this::refusal);
    }

    private Outcome<Page> read(
            Caller caller, Query query, BiFunction<StoredUser, Caller, Optional<Refusal>> permission) {
        Instant now = context.now();
        Optional<StoredUser> user =
                context.store().read(tx -> CallerSession.live(tx, caller, now).map(StoredSession::user));
        if (user.isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        Optional<Refusal> refusal = permission.apply(user.get(), caller);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return records == null ? Outcome.refused(Refusal.ACTIVITY_OFF) : Outcome.done(records.page(query));
    }

    /** By what the store has now: a role that was taken away opens nothing until the token runs out. */
    private Optional<Refusal> refusal(StoredUser user, Caller caller) {
        boolean permitted = user.profiles().stream()
                .filter(profile -> profile.id().equals(caller.profile()))
                .anyMatch(profile -> mayRead(user, profile));
        if (!permitted) {
            return Optional.of(Refusal.FORBIDDEN);
        }
        return user.hasSecondFactor() && !caller.showedTwoFactors()
                ? Optional.of(Refusal.SECOND_FACTOR_REQUIRED)
                : Optional.empty();
    }

    private boolean mayRead(StoredUser user, ProfileInfo profile) {
        return context.settings()
                .roles()
                .permissions(profile.status().role(), user.info().status().rights())
                .contains(AdminPermission.AUDIT_READ.text());
    }

    private static Page shownToOwner(Page page) {
        return new Page(page.entries().stream().map(ActivityFlow::shownToOwner).toList(), page.next());
    }

    /** The text of a detail may name the administrator and the reason. */
    private static Entry shownToOwner(Entry entry) {
        boolean others = entry.actor() != null
                || entry.detail() != null && entry.detail().contains("by user ");
        return new Entry(
                entry.number(),
                entry.at(),
                entry.name(),
                entry.succeeded(),
                entry.user(),
                others ? null : entry.session(),
                others ? null : entry.detail(),
                others ? "" : null);
    }
}
