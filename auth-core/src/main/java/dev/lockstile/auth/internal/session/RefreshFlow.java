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
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore.Rotation;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.token.SessionSettings;
import dev.lockstile.auth.token.Sessions.RefreshClient;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges a refresh token. Refused are a token that was not issued here, a session that is over, and an account that
 * may not act. A token that was exchanged before, or comes from another client, is refused and ends the session. Of
 * parallel requests with the live token one succeeds; the others are refused and the session goes on.
 *
 * <p>Where the host allows a grace or a retry ({@link SessionSettings.Rules}), the next token is computed from the one
 * before it, so nothing more is stored. In the grace the token exchanged last returns the same pair again. A retry
 * after that replaces the lost successor, whose later use ends the session. A session always has one live token.
 */
public final class RefreshFlow {

    private static final Outcome<TokenPair> REFUSED = Outcome.refused(Refusal.INVALID_TOKEN);

    /** Requests that were sent together arrive within this time and get one pair. */
    private static final Duration SAME_PAIR = Duration.ofSeconds(10);

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

    Outcome<TokenPair> run(Secret refreshToken, RefreshClient client) {
        Instant now = context.now();
        Optional<Presented> presented = tokens.read(refreshToken);
        if (presented.isEmpty()) {
            return oldTokens.run(refreshToken, client, now);
        }
        Optional<Instant> retryAt = refusal(presented.get(), now);
        if (retryAt.isPresent()) {
            return Outcome.refused(Refusal.THROTTLED, retryAt.get());
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

    /**
     * The limit of refreshes of one session. Counted by this process alone, since it is there to spare the database.
     */
    private Optional<Instant> refusal(Presented presented, Instant now) {
        return context.limiters().refreshes().refusal(presented.session().value(), now);
    }

    private static Optional<Found> found(AuthTx tx, Presented presented, RefreshClient client) {
        return tx.sessions()
                .byId(presented.session())
                .map(session -> new Found(session, presented, ClientBinding.of(tx, session, client)));
    }

    private Outcome<TokenPair> decide(Found found, Instant now) {
        SessionState state = found.session().state();
        if (!SessionValidity.isOpen(found.session(), now)) {
            return REFUSED;
        }
        boolean live = found.presented().token().equals(state.token());
        if (found.client() == ClientBinding.OTHER || !live && !mayRepeat(found, now)) {
            return reused(found.session(), now);
        }
        Optional<ProfileInfo> active =
                ActiveProfile.resume(found.session().user().profiles(), state.profileRef());
        if (!found.session().user().info().status().mayAct() || active.isEmpty()) {
            return REFUSED;
        }
        return live || !isWithin(SAME_PAIR, state, now)
                ? rotate(found, active.get(), now)
                : refreshed(found.session(), active.get(), current(found), now);
    }

    /**
     * Whether the token was exchanged last and its successor is unused: an answer was lost, or two were sent at once.
     */
    private boolean mayRepeat(Found found, Instant now) {
        SessionState state = found.session().state();
        boolean allowed = isWithin(rules().refreshGrace(), state, now) || isRetryAllowed(found);
        return allowed && current(found).state().equals(state.token());
    }

    private boolean isRetryAllowed(Found found) {
        return rules().refreshRetry() && found.client() == ClientBinding.SAME;
    }

    private static boolean isWithin(Duration time, SessionState state, Instant now) {
        return now.isBefore(state.times().lastUsedAt().plus(time));
    }

    /** The live token of the session, if it was computed from the presented one. */
    private Minted current(Found found) {
        int generation = found.session().state().token().generation();
        return tokens.successor(found.presented(), generation);
    }

    private SessionSettings.Rules rules() {
        return context.settings().sessions().rules();
    }

    /** Puts the next token in the place of the live one, which is the presented one or the successor that was lost. */
    private Outcome<TokenPair> rotate(Found found, ProfileInfo active, Instant now) {
        SessionState state = found.session().state();
        int generation = state.token().generation() + 1;
        boolean repeatable = !rules().refreshGrace().isZero() || isRetryAllowed(found);
        Minted minted = repeatable || rules().refreshRetry()
                ? tokens.successor(found.presented(), generation)
                : tokens.mint(state.id(), generation);
        Duration idle =
                context.settings().sessions().of(state.origin().client()).idle();
        Rotation rotation =
                new Rotation(state.token(), minted.state(), active.id().toString(), now.plus(idle), now);
        boolean won = context.store()
                .single(tx -> tx.sessions().rotate(state.id(), rotation) || repeatable && isStored(tx, state, minted));
        return won ? refreshed(found.session(), active, minted, now) : REFUSED;
    }

    /** A request with the same token was first, and put the same one in its place. */
    private static boolean isStored(AuthTx tx, SessionState state, Minted minted) {
        return tx.sessions()
                .byId(state.id())
                .filter(there -> there.state().times().endedAt() == null
                        && there.state().token().equals(minted.state()))
                .isPresent();
    }

    private Outcome<TokenPair> refreshed(StoredSession session, ProfileInfo active, Minted minted, Instant now) {
        SessionState state = session.state();
        return Outcome.done(opener.tokens()
                .pair(
                        session.user().info(),
                        active,
                        new SessionTokens.Access(SessionTokens.Grant.of(state, now), minted)));
    }

    private Outcome<TokenPair> reused(StoredSession session, Instant now) {
        SessionState state = session.state();
        boolean ended = context.store().single(tx -> tx.sessions().end(state.id(), EndReason.TOKEN_REUSED, now));
        if (ended) {
            context.events()
                    .tell(new AuthEvent.SessionEnded(
                            now, session.user().info().id(), state.id(), EndReason.TOKEN_REUSED));
        }
        return REFUSED;
    }

    /** A token with its session. */
    private record Found(StoredSession session, Presented presented, ClientBinding client) {}
}
