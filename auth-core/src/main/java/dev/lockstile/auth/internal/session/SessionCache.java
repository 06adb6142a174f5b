package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.role.Roles;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.token.Caller;
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
    private final Map<SessionId, Seen> seen = new ConcurrentHashMap<>();

    SessionCache(FlowContext context, Duration believed) {
        this.context = context;
        this.believed = believed;
    }

    /**
     * The caller with the roles of now; empty when the session is over, another's, or the user or profile may not act.
     */
    Optional<Caller> confirm(Caller claimed, Instant now) {
        Seen known = seen.get(claimed.session());
        Seen fresh = known != null && now.isBefore(known.until()) ? known : look(claimed.session(), now);
        return fresh.session()
                .filter(session -> session.times().isLive(now) && session.user().equals(claimed.user()))
                .flatMap(session -> session.caller(claimed));
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
        return new Known(user.id(), stored.state().times(), Map.copyOf(profiles), rights);
    }

    private Resolved resolved(String role, Set<Right> rights) {
        Roles declared = context.settings().roles();
        return new Resolved(declared.withIncluded(role), declared.permissions(role, rights));
    }

    /** What is kept of a session: nothing secret. */
    private record Known(UserId user, SessionState.Times times, Map<ProfileId, Resolved> profiles, Set<Right> rights) {

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
                            profile.permissions()));
        }
    }

    /** The role of a profile with those that it includes, and what they permit. */
    private record Resolved(Set<String> roles, Set<String> permissions) {}

    private record Seen(Optional<Known> session, Instant until) {}
}
