package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.impersonation.ImpersonationSettings;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.flow.SessionRevocation;
import dev.lockstile.auth.internal.token.AccessTokens;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import dev.lockstile.auth.token.Sessions.RefreshClient;
import dev.lockstile.auth.token.Sessions.SessionView;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sessions of signed-in clients. */
public final class SessionFlows implements Sessions {

    private static final Map<Refusal, String> REFRESH_REASONS = Map.of(Refusal.INVALID_TOKEN, "refused");

    private final FlowContext context;
    private final AccessTokens accessTokens;
    private final TokenCallers callers;
    private final RefreshFlow refresh;
    private final OperationEvents operations;
    private final @Nullable SessionCache check;
    private final @Nullable ImpersonationSettings acting;

    /** @param acting null where staff do not act for accounts: no token by which they did is good any more */
    public SessionFlows(
            FlowContext context,
            AccessTokens accessTokens,
            RefreshFlow refresh,
            @Nullable ImpersonationSettings acting) {
        this.context = context;
        this.acting = acting;
        this.operations = new OperationEvents(context);
        this.accessTokens = accessTokens;
        this.callers = new TokenCallers(context, acting != null);
        this.refresh = refresh;
        Duration believed = context.settings().sessions().rules().checkEvery();
        this.check = believed == null ? null : new SessionCache(context, believed);
    }

    @Override
    public Optional<Caller> authenticate(String accessToken) {
        Instant now = context.now();
        Optional<Caller> caller = accessTokens.read(accessToken, now).flatMap(callers::of);
        return check == null ? caller : caller.flatMap(claimed -> check.confirm(claimed, now));
    }

    @Override
    public Outcome<TokenPair> refresh(Secret refreshToken, RefreshClient client) {
        return operations.over(Operation.REFRESH, () -> refresh.run(refreshToken, client), REFRESH_REASONS);
    }

    @Override
    public void logout(Caller caller) {
        operations.acted(
                Operation.SESSION_END,
                caller,
                () -> end(caller, caller.session(), EndReason.LOGOUT),
                SessionFlows::reason);
    }

    @Override
    public boolean logout(Secret token) {
        Instant now = context.now();
        Optional<Named> named = refresh.named(token).map(session -> new Named(session, null));
        Optional<Named> found = named.isPresent()
                ? named
                : accessTokens
                        .readLate(token.reveal(), now)
                        .flatMap(callers::of)
                        .map(Named::of);
        found.ifPresent(shown -> operations.over(Operation.SESSION_END, () -> end(shown, now), SessionFlows::reason));
        return found.isPresent();
    }

    private boolean end(Named named, Instant now) {
        Optional<UserId> ended = context.store()
                .alone(tx -> tx.sessions()
                        .byId(named.session())
                        .map(session -> session.user().info().id())
                        .filter(user -> named.user() == null || user.equals(named.user()))
                        .filter(user -> tx.sessions().end(named.session(), EndReason.LOGOUT, now)));
        ended.ifPresent(user -> {
            forget(named.session());
            context.events().tell(new AuthEvent.SessionEnded(now, user, named.session(), EndReason.LOGOUT));
        });
        return ended.isPresent();
    }

    /** @param user whose session it has to be; null for a refresh token, which is the session's own */
    private record Named(SessionId session, @Nullable UserId user) {

        static Named of(Caller caller) {
            return new Named(caller.session(), caller.user());
        }
    }

    @Override
    public void logoutAll(Caller caller) {
        operations.ofOwner(
                Operation.SESSION_END,
                caller,
                false,
                () -> endAll(caller, EndReason.ENDED_BY_OWNER, null) > 0,
                SessionFlows::reason);
        if (caller.actor().isEmpty()) {
            forget(caller.session());
        }
    }

    @Override
    public int endOthers(Caller caller) {
        return operations.ofOwner(
                Operation.SESSION_END,
                caller,
                0,
                () -> endAll(caller, EndReason.ENDED_BY_OWNER, caller.session()),
                ended -> null);
    }

    private int endAll(Caller caller, EndReason reason, @Nullable SessionId except) {
        Instant now = context.now();
        int ended = context.store()
                .alone(tx -> CallerSession.live(tx, caller, now).isPresent()
                        ? endAll(tx, caller, new End(reason, except, now))
                        : 0);
        if (ended > 0) {
            context.events().tell(new AuthEvent.SessionEnded(now, caller.user(), null, reason));
        }
        return ended;
    }

    private int endAll(AuthTx tx, Caller caller, End end) {
        return context.sessionEnds()
                .endAll(tx, new SessionRevocation.User(caller.user(), end.now()), end.reason(), end.except());
    }

    private record End(EndReason reason, @Nullable SessionId except, Instant now) {}

    private void forget(SessionId session) {
        if (check != null) {
            check.forget(session);
        }
    }

    @Override
    public List<SessionView> list(Caller caller) {
        Instant now = context.now();
        List<SessionState> live = context.store()
                .read(tx -> CallerSession.live(tx, caller, now).isPresent()
                        ? tx.sessions().live(caller.user(), now)
                        : List.<SessionState>of());
        return live.stream()
                .filter(state -> isShown(state, caller))
                .map(state -> view(state, caller))
                .toList();
    }

    @Override
    public boolean end(Caller caller, SessionId session) {
        return operations.ofOwner(
                Operation.SESSION_END,
                caller,
                false,
                () -> end(caller, session, EndReason.ENDED_BY_OWNER),
                SessionFlows::reason);
    }

    private static @Nullable String reason(boolean ended) {
        return ended ? null : "session_ended";
    }

    @Override
    public String publicKeys() {
        return accessTokens.publicKeys(context.now());
    }

    private boolean end(Caller caller, SessionId session, EndReason reason) {
        Instant now = context.now();
        boolean ended = context.store()
                .alone(tx -> CallerSession.live(tx, caller, now).isPresent()
                        && tx.sessions().live(caller.user(), now).stream()
                                .anyMatch(state -> state.id().equals(session))
                        && tx.sessions().end(session, reason, now));
        if (ended) {
            forget(session);
            context.events().tell(new AuthEvent.SessionEnded(now, caller.user(), session, reason));
        }
        return ended;
    }

    /** Where the host hides that staff act for the owner, they see their own session alone. */
    private boolean isShown(SessionState state, Caller caller) {
        return !state.context().isOfActor()
                || state.id().equals(caller.session())
                || acting != null && acting.shownToOwner();
    }

    private static SessionView view(SessionState state, Caller caller) {
        return new SessionView(
                state.id(),
                state.origin().client(),
                state.origin().deviceLabel(),
                TruncatedAddress.of(state.origin().remoteAddress()),
                state.times().createdAt(),
                state.times().lastUsedAt(),
                state.id().equals(caller.session()),
                state.context().isOfActor());
    }
}
