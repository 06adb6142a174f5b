package dev.lockstile.auth.account;

import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events from the audit trail: owners read those of their own account, authorized staff all. Available where a listener
 * given to {@code AuthBuilder.audit} is an {@link AuditRecords}.
 */
public interface Activity {

    /** {@return true when events can be read} Does not query the database. */
    boolean isServed();

    /**
     * Returns the events of the caller's own account, latest first: sign-ins, refused attempts and changes. For acts of
     * an administrator, neither the administrator nor the reason is included.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param query only its position and page size are used; the account is always the caller's
     * @return a page; {@code SESSION_ENDED}, {@code ACTIVITY_OFF}
     */
    Outcome<AuditRecords.Page> own(Caller caller, AuditRecords.Query query);

    /**
     * Returns the events of all accounts, latest first, to superusers and to staff whose role has
     * {@link dev.lockstile.auth.role.AdminPermission#AUDIT_READ}. Requires the second factor where the caller has one,
     * and no recent authentication.
     *
     * @param caller the authenticated caller, whose session, role and rights are read from the store
     * @param query selects the events
     * @return a page; {@code SESSION_ENDED}, {@code FORBIDDEN}, {@code SECOND_FACTOR_REQUIRED}, {@code ACTIVITY_OFF}
     */
    Outcome<AuditRecords.Page> all(Caller caller, AuditRecords.Query query);

    /**
     * Returns from which client and network the sessions of a page's entries were opened, including ended sessions.
     * Read in one transaction. Owners receive their own sessions, except those in which staff acted on their behalf.
     * Callers who may use {@link #all} and have {@link dev.lockstile.auth.role.AdminPermission#USERS_READ} also receive
     * those of other accounts.
     *
     * @param caller the authenticated caller, whose session, role and rights are read from the store
     * @param page from {@link #own} or {@link #all}
     * @return origins by {@link AuditRecords.Entry#session()}; without sessions whose rows were removed and those
     *     that the caller may not see
     */
    Map<String, Origin> origins(Caller caller, AuditRecords.Page page);

    /**
     * The client and network from which a session was opened. The client may have forged the values.
     *
     * @param client the kind of client
     * @param deviceLabel the label given by the client; null for none
     * @param address the client's IP address, for the owner without its last part, as in {@code Sessions.list};
     *     null where it was not known
     * @param current true for the caller's own session
     */
    record Origin(
            ClientKind client,
            @Nullable String deviceLabel,
            @Nullable String address,
            boolean current) {}
}
