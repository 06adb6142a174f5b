package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Roles;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Credential;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether the session behind an access token still lives, and what roles it has now. The store's answer is believed for
 * a short time; it goes by the session's id, never by the token's text, which has twins (an ECDSA signature can be
 * turned into another one that is as good).
 */
final class SessionCache {

    private static final int MOST = 10_000;

    private final FlowContext context;
    private final Duration believed;
    private final StandardAdminAuthorization authorization;
    private final Map<SessionId, Seen> seen = new ConcurrentHashMap<>();

    SessionCache(FlowContext context, Duration believed) {
        this.context = context;
        this.believed = believed;
        this.authorization = new StandardAdminAuthorization(context);
    }

    /**
     * The caller with the roles of now; empty when the session is over, another's, or the user or profile may not act.
     */
    Optional<Caller> confirm(Caller claimed, Instant now) {
        return seen(claimed.session(), now)
                .session()
                .filter(session -> session.times().isLive(now) && session.user().equals(claimed.user()))
                .filter(session ->
                        session.state().context().isOfActor() == claimed.actor().isPresent())
                .filter(session -> claimed.actor()
                        .map(actor -> session.actedFor() && mayAct(actor, now))
                        .orElse(true))
                .flatMap(session -> session.caller(claimed));
    }

    /** Whether the session of the acting user lives, and this user still has the permission. */
    private boolean mayAct(Credential.OfActor actor, Instant now) {
        return seen(actor.session(), now)
                .session()
                .filter(session -> session.times().isLive(now) && session.user().equals(actor.user()))
                .filter(Known::mayImpersonate)
                .isPresent();
    }

    private Seen seen(SessionId id, Instant now) {
        Seen known = seen.get(id);
        return known != null && now.isBefore(known.until()) ? known : look(id, now);
    }

    /** What this node believed of a session is not believed any more. */
    void forget(SessionId session) {
        seen.remove(session);
    }

    private Seen look(SessionId id, Instant now) {
        Optional<Known> session = context.store()
                .read(tx -> tx.sessions().byId(id))
                .filter(SessionValidity::isPermitted)
                .map(this::known);
        Seen found = new Seen(session, now.plus(believed));
        if (!believed.isZero()) {
            keep(id, found, now);
        }
        return found;
    }

    private void keep(SessionId id, Seen found, Instant now) {
        if (seen.size() >= MOST) {
            seen.values().removeIf(old -> !now.isBefore(old.until()));
        }
        if (seen.size() < MOST) {
            seen.put(id, found);
        }
    }

    private Known known(StoredSession stored) {
        UserInfo user = stored.user().info();
        Set<Right> rights = user.status().rights();
        Map<ProfileId, Resolved> profiles = new HashMap<>();
        for (ProfileInfo profile : stored.user().profiles()) {
            if (profile.status().active()) {
                profiles.put(profile.id(), resolved(profile.status().role(), rights));
            }
        }
        boolean actedFor = stored.state().context().isOfActor() && authorization.isOrdinary(stored.user());
        return new Known(user.id(), stored.state(), Map.copyOf(profiles), rights, actedFor);
    }

    private Resolved resolved(String role, Set<Right> rights) {
        Roles declared = context.settings().roles();
        return new Resolved(declared.withIncluded(role), declared.permissions(role, rights));
    }

    /**
     * What is kept of a session: nothing secret.
     *
     * @param actedFor whether staff act in the session, and may act for the account still
     */
    private record Known(
            UserId user, SessionState state, Map<ProfileId, Resolved> profiles, Set<Right> rights, boolean actedFor) {

        SessionState.Times times() {
            return state.times();
        }

        /** In the profile of the session. */
        boolean mayImpersonate() {
            String permission = AdminPermission.USERS_IMPERSONATE.text();
            return profiles.entrySet().stream()
                    .filter(profile -> profile.getKey().toString().equals(state.profileRef()))
                    .anyMatch(profile -> rights.contains(Right.SUPERUSER)
                            || profile.getValue().permissions().contains(permission));
        }

        /** The caller with the role and the rights of now; empty when the profile may not act. */
        Optional<Caller> caller(Caller claimed) {
            return Optional.ofNullable(profiles.get(claimed.profile()))
                    .map(profile -> new Caller(
                            claimed.user(),
                            claimed.session(),
                            claimed.profile(),
                            profile.roles(),
                            rights,
                            claimed.authTime(),
                            claimed.context(),
                            profile.permissions(),
                            claimed.credential()));
        }
    }

    /** The role of a profile with those that it includes, and what they permit. */
    private record Resolved(Set<String> roles, Set<String> permissions) {}

    private record Seen(Optional<Known> session, Instant until) {}
}
