package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.token.RefreshTokens;
import dev.lockstile.auth.internal.token.RefreshTokens.Minted;
import dev.lockstile.auth.internal.token.RefreshTokens.Presented;
import dev.lockstile.auth.legacy.LegacyTokens;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore.Rotation;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.token.Sessions.RefreshClient;
import dev.lockstile.auth.token.Sessions.RefreshResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges a refresh token. Refused: what we did not make, a session that is over, an account that may not act, and a
 * token that was exchanged before or comes from another client, which end the session. Of many at once one wins; the
 * others, who saw the token while it was live, are refused without ending what the winner got.
 *
 * <p>Where the host allows a grace, the token exchanged last gets the very pair it got before, once more: the next token
 * is computed from it, so nothing is kept and nobody is given a second chain.
 */
public final class RefreshFlow {

    private static final RefreshResult REFUSED = new RefreshResult.Refused();

    private final FlowContext context;
    private final RefreshTokens tokens;
    private final SessionOpener opener;
    private final LegacyTokenExchange oldTokens;

    /** @param legacyTokens reads the tokens of a source system; null when none are exchanged */
    public RefreshFlow(
            FlowContext context, RefreshTokens tokens, SessionOpener opener, @Nullable LegacyTokens legacyTokens) {
        this.context = context;
        this.tokens = tokens;
        this.opener = opener;
        this.oldTokens = new LegacyTokenExchange(context, opener, legacyTokens);
    }

    RefreshResult run(Secret refreshToken, RefreshClient client) {
        Instant now = context.now();
        Optional<Presented> presented = tokens.read(refreshToken);
        if (presented.isEmpty()) {
            return oldTokens.run(refreshToken, client, now);
        }
        Optional<Instant> retryAt = refusal(presented.get(), now);
        if (retryAt.isPresent()) {
            return new RefreshResult.Throttled(retryAt.get());
        }
        return context.store()
                .read(tx -> found(tx, presented.get(), client))
                .map(found -> decide(found, now))
                .orElse(REFUSED);
    }

    /** The session that a token of ours names, be the token live, old or over; empty for a made-up one. */
    Optional<SessionId> named(Secret refreshToken) {
        return tokens.read(refreshToken).map(Presented::session);
    }

    /** Counted by this process alone: the database decides who wins anyway, and is what is to be spared. */
    private Optional<Instant> refusal(Presented presented, Instant now) {
        return context.limiters().refreshes().refusal(presented.session(), now);
    }

    private static Optional<Found> found(AuthTx tx, Presented presented, RefreshClient client) {
        return tx.sessions()
                .byId(presented.session())
                .map(session -> new Found(session, presented, ClientBinding.holds(tx, session, client)));
    }

    private RefreshResult decide(Found found, Instant now) {
        SessionState state = found.session().state();
        if (!SessionValidity.isOpen(found.session(), now)) {
            return REFUSED;
        }
        if (!found.sameClient()) {
            return reused(found.session(), now);
        }
        boolean live = found.presented().token().equals(state.token());
        if (!live && !isLastOne(found, now)) {
            return reused(found.session(), now);
        }
        Optional<ProfileInfo> active =
                ActiveProfile.resume(found.session().user().profiles(), state.profileRef());
        if (!found.session().user().info().status().mayAct() || active.isEmpty()) {
            return REFUSED;
        }
        return live
                ? rotate(found, active.get(), now)
                : refreshed(found.session(), active.get(), tokens.successor(found.presented()), now);
    }

    /** Exchanged last, moments ago, and its successor still unused: the answer was lost, or two were sent at once. */
    private boolean isLastOne(Found found, Instant now) {
        SessionState state = found.session().state();
        Duration grace = context.settings().sessions().rules().refreshGrace();
        return now.isBefore(state.times().lastUsedAt().plus(grace))
                && tokens.successor(found.presented()).state().equals(state.token());
    }

    private RefreshResult rotate(Found found, ProfileInfo active, Instant now) {
        SessionState state = found.session().state();
        boolean graceful = !context.settings().sessions().rules().refreshGrace().isZero();
        Minted minted = graceful
                ? tokens.successor(found.presented())
                : tokens.mint(state.id(), state.token().generation() + 1);
        Duration idle =
                context.settings().sessions().of(state.origin().client()).idle();
        Rotation rotation =
                new Rotation(state.token(), minted.state(), active.id().toString(), now.plus(idle), now);
        boolean won = context.store()
                .alone(tx -> tx.sessions().rotate(state.id(), rotation) || graceful && isNow(tx, state, minted));
        return won ? refreshed(found.session(), active, minted, now) : REFUSED;
    }

    /** Somebody with the same token was first, and put the same one in its place. */
    private static boolean isNow(AuthTx tx, SessionState state, Minted minted) {
        return tx.sessions()
                .byId(state.id())
                .filter(there -> there.state().times().endedAt() == null
                        && there.state().token().equals(minted.state()))
                .isPresent();
    }

    private RefreshResult refreshed(StoredSession session, ProfileInfo active, Minted minted, Instant now) {
        SessionState state = session.state();
        return new RefreshResult.Refreshed(opener.pair(
                session.user().info(), active, new SessionOpener.Access(SessionOpener.Grant.of(state, now), minted)));
    }

    private RefreshResult reused(StoredSession session, Instant now) {
        SessionState state = session.state();
        boolean ended = context.store().alone(tx -> tx.sessions().end(state.id(), EndReason.TOKEN_REUSED, now));
        if (ended) {
            context.events()
                    .tell(new AuthEvent.SessionEnded(
                            now, session.user().info().id(), state.id(), EndReason.TOKEN_REUSED));
        }
        return REFUSED;
    }

    /** A token with its session. */
    private record Found(StoredSession session, Presented presented, boolean sameClient) {}
}
