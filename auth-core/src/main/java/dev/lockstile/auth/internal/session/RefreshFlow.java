package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.token.RefreshTokens;
import dev.lockstile.auth.internal.token.RefreshTokens.Minted;
import dev.lockstile.auth.internal.token.RefreshTokens.Presented;
import dev.lockstile.auth.model.EndReason;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.store.Rotation;
import dev.lockstile.auth.store.StoredSession;
import dev.lockstile.auth.token.RefreshResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Exchanges a refresh token. Refused: what we did not make, a session that is over, an account that may not act, and a
 * token that was exchanged before, which ends the session. Of many at once one wins; the others, who saw the token
 * while it was live, are refused without ending what the winner got.
 */
final class RefreshFlow {

    private static final RefreshResult REFUSED = new RefreshResult.Refused();

    private final FlowContext context;
    private final RefreshTokens tokens;
    private final SessionOpener opener;

    RefreshFlow(FlowContext context, RefreshTokens tokens, SessionOpener opener) {
        this.context = context;
        this.tokens = tokens;
        this.opener = opener;
    }

    RefreshResult run(Secret refreshToken) {
        Instant now = context.now();
        Optional<Presented> presented = tokens.read(refreshToken);
        if (presented.isEmpty()) {
            return REFUSED;
        }
        Optional<Instant> retryAt = refusal(presented.get(), now);
        if (retryAt.isPresent()) {
            return new RefreshResult.Throttled(retryAt.get());
        }
        Optional<StoredSession> session =
                context.store().read(tx -> tx.sessions().byId(presented.get().session()));
        return session.map(stored -> decide(stored, presented.get(), now)).orElse(REFUSED);
    }

    /** Counted by this process alone: the database decides who wins anyway, and is what is to be spared. */
    private Optional<Instant> refusal(Presented presented, Instant now) {
        return context.doors().refreshes().refusal(presented.session(), now);
    }

    private RefreshResult decide(StoredSession session, Presented presented, Instant now) {
        if (!session.state().times().isLive(now)) {
            return REFUSED;
        }
        if (!presented.token().equals(session.state().token())) {
            return reused(session, now);
        }
        Optional<ProfileInfo> active =
                ActiveProfile.resume(session.user().profiles(), session.state().profileRef());
        return session.user().info().standing().mayAct() && active.isPresent()
                ? rotate(session, active.get(), now)
                : REFUSED;
    }

    private RefreshResult rotate(StoredSession session, ProfileInfo active, Instant now) {
        SessionState state = session.state();
        Minted minted = tokens.mint(state.id(), state.token().generation() + 1);
        Duration idle =
                context.settings().sessions().of(state.origin().client()).idle();
        Rotation rotation =
                new Rotation(state.token(), minted.state(), active.id().toString(), now.plus(idle), now);
        boolean won = context.store().alone(tx -> tx.sessions().rotate(state.id(), rotation));
        return won
                ? new RefreshResult.Refreshed(opener.pair(
                        session.user().info(),
                        active,
                        new SessionOpener.Access(state.id(), state.times().authTime(), minted, now)))
                : REFUSED;
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
}
