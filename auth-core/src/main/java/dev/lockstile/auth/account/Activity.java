package dev.lockstile.auth.account;

import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to accounts, as the audit trail holds it: to a person what concerns the own account, to staff the
 * whole. Served where a listener given to {@code AuthBuilder.audit} is an {@link AuditRecords}.
 */
public interface Activity {

    /** {@return true when events can be read} Asks no database. */
    boolean isServed();

    /**
     * Gives the events of the caller's own account, the latest first: sign-ins, refused attempts and changes. Of what
     * an administrator did, neither who nor why is told.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param query its place and size count; the account is the caller's whatever it names
     * @return a page; {@code SESSION_ENDED}, {@code ACTIVITY_OFF}
     */
    Outcome<AuditRecords.Page> own(Caller caller, AuditRecords.Query query);

    /**
     * Gives the events of all accounts, the latest first, to a superuser, and to staff whose role permits {@link
     * dev.lockstile.auth.role.AdminPermission#AUDIT_READ}. Asks for a second factor where the caller has one, and for
     * no recent proof.
     *
     * @param caller the authenticated caller, whose session, role and rights are read from the store
     * @param query which events
     * @return a page; {@code SESSION_ENDED}, {@code FORBIDDEN}, {@code SECOND_FACTOR_REQUIRED}, {@code ACTIVITY_OFF}
     */
    Outcome<AuditRecords.Page> all(Caller caller, AuditRecords.Query query);

    /**
     * Gives where the sessions of a page's entries were opened, ended ones too, in one read-only transaction. The owner
     * of an account gets its own ones, but for those in which staff acted for the owner. Callers to whom {@link #all}
     * gives events, and who may read accounts ({@link dev.lockstile.auth.role.AdminPermission#USERS_READ}), get those
     * of others too.
     *
     * @param caller the authenticated caller, whose session, role and rights are read from the store
     * @param page as {@link #own} or {@link #all} gave it to the caller
     * @return by the {@link AuditRecords.Entry#session()} of an entry; without those whose rows are gone, and those
     *     that the caller may not see
     */
    Map<String, Origin> origins(Caller caller, AuditRecords.Page page);

    /**
     * Where a session was opened; what the client and its network said, never a proof.
     *
     * @param client the kind of client
     * @param deviceLabel what the client said of itself; null for nothing
     * @param address of the client; its owner is told the network alone, as in {@code Sessions.list}; null where the
     *     host did not know it
     * @param current true for the caller's own session
     */
    record Origin(
            ClientKind client,
            @Nullable String deviceLabel,
            @Nullable String address,
            boolean current) {}
}
