package dev.lockstile.auth.internal.login;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.internal.session.SessionTokens;
import dev.lockstile.auth.internal.token.RefreshTokens;
import dev.lockstile.auth.internal.token.RefreshTokens.Minted;
import dev.lockstile.auth.internal.token.RefreshTokens.Presented;
import dev.lockstile.auth.login.PasswordLogin.ProfileSwitch;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore.Rotation;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SessionSettings;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes the profile one acts in: the same session with new tokens. Refused: a session that is over; a profile that is
 * not there, not active, or not the caller's, all three with one answer; and an access token alone when the last proof
 * is old. Without the session's refresh token no refresh token is handed out and the one of the session stays as it is,
 * so that a stolen access token never becomes one; nor does it become a trusted device or link one: a session of a
 * mobile application does, with its refresh token.
 */
final class ProfileSwitchFlow {

    private final FlowContext context;
    private final RefreshTokens tokens;
    private final SessionOpener opener;

    ProfileSwitchFlow(FlowContext context, RefreshTokens tokens, SessionOpener opener) {
        this.context = context;
        this.tokens = tokens;
        this.opener = opener;
    }

    Outcome<SignIn> run(Caller caller, ProfileSwitch requested) {
        Instant now = context.now();
        Optional<StoredSession> session = context.store().read(tx -> CallerSession.live(tx, caller, now));
        if (session.isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        Optional<ProfileInfo> profile = session.get().user().profiles().stream()
                .filter(own ->
                        own.id().equals(requested.profile()) && own.status().active())
                .findFirst();
        return profile.map(own -> decide(new Change(session.get(), caller, own, requested, now)))
                .orElseGet(() -> Outcome.refused(Refusal.PROFILE_NOT_FOUND));
    }

    private Outcome<SignIn> decide(Change change) {
        Secret refresh = change.requested().refresh();
        if (refresh == null) {
            boolean allowed = context.isRecent(change.caller(), change.session().user(), change.now())
                    || context.settings().sessions().rules().bareSwitch();
            return allowed ? write(change) : Outcome.refused(Refusal.STEP_UP_REQUIRED);
        }
        SessionState state = change.session().state();
        Optional<Presented> presented =
                tokens.read(refresh).filter(token -> token.session().equals(state.id()));
        if (presented.isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        return presented.get().token().equals(state.token()) ? write(change) : reused(change);
    }

    private Outcome<SignIn> write(Change change) {
        SessionState state = change.session().state();
        Secret refresh = change.requested().refresh();
        Minted minted = refresh == null ? null : next(refresh, state);
        Instant idleUntil = minted == null
                ? state.times().idleUntil()
                : change.now()
                        .plus(context.settings()
                                .sessions()
                                .of(state.origin().client())
                                .idle());
        Rotation rotation = new Rotation(
                state.token(),
                minted == null ? state.token() : minted.state(),
                change.profile().id().toString(),
                idleUntil,
                change.now());
        Optional<Boolean> linked = context.store()
                .alone(tx -> tx.sessions().rotate(state.id(), rotation)
                        ? Optional.of(minted != null && linkDevice(tx, change))
                        : Optional.<Boolean>empty());
        return linked.<Outcome<SignIn>>map(device -> signedIn(change, minted, device))
                .orElseGet(() -> Outcome.refused(Refusal.SESSION_ENDED));
    }

    /** Follows from the token before it where a client may ask once more for an answer that it lost. */
    private Minted next(Secret refresh, SessionState state) {
        int generation = state.token().generation() + 1;
        SessionSettings.Rules rules = context.settings().sessions().rules();
        boolean repeatable = rules.refreshRetry() || !rules.refreshGrace().isZero();
        return tokens.read(refresh)
                .filter(presented -> repeatable)
                .map(presented -> tokens.successor(presented, generation))
                .orElseGet(() -> tokens.mint(state.id(), generation));
    }

    /** The session's own kind counts besides: what a request says of its client is unproven. */
    private static boolean linkDevice(AuthTx tx, Change change) {
        DeviceInfo device = change.requested().client().device();
        boolean wanted = change.requested().client().kind() == ClientKind.MOBILE
                && change.session().state().origin().client() == ClientKind.MOBILE
                && tx.devices().isMapped();
        if (!wanted || device == null) {
            return false;
        }
        tx.devices().link(change.caller().user(), device, change.now());
        return true;
    }

    /** The time of the proof is the caller's own: an older access token does not gain by a proof given since. */
    private Outcome<SignIn> signedIn(Change change, @Nullable Minted minted, boolean deviceLinked) {
        StoredSession session = change.session();
        TokenPair pair = minted == null
                ? accessAlone(change)
                : opener.tokens()
                        .pair(
                                session.user().info(),
                                change.profile(),
                                new SessionTokens.Access(
                                        SessionTokens.Grant.of(session.state(), change.now()), minted));
        return Outcome.done(new SignIn(
                session.user().info(),
                session.user().profiles(),
                change.profile(),
                pair,
                deviceLinked,
                minted == null
                        ? null
                        : opener.trustedDevice(session.user(), session.state().id())));
    }

    private TokenPair accessAlone(Change change) {
        StoredSession session = change.session();
        Caller caller = change.caller();
        SessionTokens.Grant grant =
                new SessionTokens.Grant(session.state().id(), caller.authTime(), caller.context(), change.now());
        return TokenPair.accessAlone(
                opener.tokens().accessToken(session.user().info(), change.profile(), grant),
                opener.tokens().accessExpiry(change.now()));
    }

    private Outcome<SignIn> reused(Change change) {
        SessionState state = change.session().state();
        Instant now = change.now();
        if (context.store().single(tx -> tx.sessions().end(state.id(), EndReason.TOKEN_REUSED, now))) {
            context.events()
                    .tell(new AuthEvent.SessionEnded(now, change.caller().user(), state.id(), EndReason.TOKEN_REUSED));
        }
        return Outcome.refused(Refusal.SESSION_ENDED);
    }

    private record Change(
            StoredSession session, Caller caller, ProfileInfo profile, ProfileSwitch requested, Instant now) {}
}
