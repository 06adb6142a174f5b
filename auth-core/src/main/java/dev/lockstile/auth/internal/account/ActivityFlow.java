package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.Activity;
import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.event.AuditRecords.Entry;
import dev.lockstile.auth.event.AuditRecords.Page;
import dev.lockstile.auth.event.AuditRecords.Query;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.internal.session.StandardAdminAuthorization;
import dev.lockstile.auth.internal.session.TruncatedAddress;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the audit trail, outside of any transaction of the store: the trail has a connection of its own. */
public final class ActivityFlow implements Activity {

    /** What lets a caller see where others sign in. */
    private static final List<AdminPermission> ALL = List.of(AdminPermission.AUDIT_READ, AdminPermission.USERS_READ);

    private final FlowContext context;
    private final StandardAdminAuthorization authorization;
    private final @Nullable AuditRecords records;

    /** @param records null where the audit cannot be read */
    public ActivityFlow(FlowContext context, @Nullable AuditRecords records) {
        this.context = context;
        this.authorization = new StandardAdminAuthorization(context);
        this.records = records;
    }

    @Override
    public boolean isServed() {
        return records != null;
    }

    @Override
    public Outcome<Page> own(Caller caller, Query query) {
        Query own = Query.all()
                .ofUser(caller.user().toString())
                .after(query.after())
                .sized(query.size());
        Instant now = context.now();
        boolean live =
                context.store().read(tx -> CallerSession.live(tx, caller, now).isPresent());
        return live ? page(own).map(ActivityFlow::shownToOwner) : Outcome.refused(Refusal.SESSION_ENDED);
    }

    /** By what the store has now: a role that was taken away opens nothing until the token runs out. */
    @Override
    public Outcome<Page> all(Caller caller, Query query) {
        Instant now = context.now();
        return context.store()
                .read(tx -> authorization.refusalToLook(tx, caller, AdminPermission.AUDIT_READ, now))
                .<Outcome<Page>>map(Outcome::refused)
                .orElseGet(() -> page(query));
    }

    @Override
    public Map<String, Origin> origins(Caller caller, Page page) {
        Set<SessionId> sessions = page.entries().stream()
                .map(Entry::session)
                .filter(Objects::nonNull)
                .map(SessionId::new)
                .collect(Collectors.toSet());
        Instant now = context.now();
        return sessions.isEmpty() ? Map.of() : context.store().read(tx -> origins(tx, caller, sessions, now));
    }

    private Map<String, Origin> origins(AuthTx tx, Caller caller, Set<SessionId> sessions, Instant now) {
        if (CallerSession.live(tx, caller, now).isEmpty()) {
            return Map.of();
        }
        boolean all = ALL.stream()
                .allMatch(permission ->
                        authorization.refusalToLook(tx, caller, permission, now).isEmpty());
        return tx.sessions().byIds(sessions).stream()
                .filter(session -> all
                        || session.user().equals(caller.user())
                                && !session.state().context().isOfActor())
                .collect(Collectors.toMap(
                        session -> session.state().id().value(), session -> origin(session.state(), caller, all)));
    }

    /** The owner is told the network, as in the list of sessions; staff who look into an attack need the address. */
    private static Origin origin(SessionState session, Caller caller, boolean whole) {
        String address = session.origin().remoteAddress();
        return new Origin(
                session.origin().client(),
                session.origin().deviceLabel(),
                whole ? address : TruncatedAddress.of(address),
                session.id().equals(caller.session()));
    }

    private Outcome<Page> page(Query query) {
        return records == null ? Outcome.refused(Refusal.ACTIVITY_OFF) : Outcome.done(records.page(query));
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
