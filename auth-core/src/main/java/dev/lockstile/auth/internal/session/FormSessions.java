package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.internal.gate.FormChallenges;
import dev.lockstile.auth.internal.session.SessionOpener.Opened;
import dev.lockstile.auth.internal.session.SessionTokens.Access;
import dev.lockstile.auth.internal.session.SessionTokens.Grant;
import dev.lockstile.auth.internal.token.RefreshTokens;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names the session of a form by the form itself, so that the same form sent twice opens one session. */
final class FormSessions {

    private final SessionOpener opener;
    private final RefreshTokens tokens;

    FormSessions(SessionOpener opener, RefreshTokens tokens) {
        this.opener = opener;
        this.tokens = tokens;
    }

    /** A new session of a client that sends no form. */
    Opening random() {
        SessionId id = tokens.newSession();
        return new Opening(new RefreshTokens.OfForm(id, tokens.mint(id, 0)), null);
    }

    /**
     * A new session, or what the same form opened moments ago. The user's row is locked by the caller, so of two forms
     * at once the second one sees the session of the first. A form that opened one before that opens a new one at
     * random.
     */
    Opening opening(AuthTx tx, StoredUser user, Secret form, Instant now) {
        RefreshTokens.OfForm named = tokens.ofForm(form);
        Optional<StoredSession> there = tx.sessions().byId(named.session());
        if (there.isEmpty()) {
            return new Opening(named, null);
        }
        return there.filter(
                        session -> session.user().info().id().equals(user.info().id()))
                .flatMap(session -> again(session, named, now))
                .map(opened -> new Opening(named, opened))
                .orElseGet(this::random);
    }

    /** What the form opened moments ago, while nothing came of it since. */
    Optional<Opened> again(AuthTx tx, Secret form, Instant now) {
        RefreshTokens.OfForm named = tokens.ofForm(form);
        return tx.sessions().byId(named.session()).flatMap(session -> again(session, named, now));
    }

    private Optional<Opened> again(StoredSession session, RefreshTokens.OfForm named, Instant now) {
        SessionState state = session.state();
        boolean fresh = now.isBefore(state.times().createdAt().plus(FormChallenges.REPEATED_WITHIN))
                && SessionValidity.isValid(session, now)
                && state.token().equals(named.minted().state());
        return fresh
                ? ActiveProfile.resume(session.user().profiles(), state.profileRef())
                        .map(active -> opened(session, active, named, now))
                : Optional.empty();
    }

    private Opened opened(StoredSession session, ProfileInfo active, RefreshTokens.OfForm named, Instant now) {
        SessionState state = session.state();
        StoredUser user = session.user();
        return new Opened(
                state.id(),
                () -> new SignIn(
                        user.info(),
                        user.profiles(),
                        active,
                        opener.tokens().pair(user.info(), active, new Access(Grant.of(state, now), named.minted())),
                        state.origin().deviceRef() != null,
                        opener.trustedDevice(user, state.id())),
                true);
    }

    /** @param again what the same form opened; null where a new session is to be added */
    record Opening(RefreshTokens.OfForm named, @Nullable Opened again) {}
}
