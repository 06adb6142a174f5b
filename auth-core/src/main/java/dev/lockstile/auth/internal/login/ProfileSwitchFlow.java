package dev.lockstile.auth.internal.login;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.session.LiveSession;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.internal.token.RefreshTokens;
import dev.lockstile.auth.internal.token.RefreshTokens.Minted;
import dev.lockstile.auth.login.LoginRefusal;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.Rotation;
import dev.lockstile.auth.store.StoredSession;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Instant;
import java.util.Optional;

/**
 * Changes the profile one acts in: the same session with new tokens. Refused: a session that is over, and a profile that
 * is not there, not active, or not the caller's, all three with one answer.
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

    LoginResult run(Caller caller, ProfileId wanted, ClientInfo client) {
        Instant now = context.now();
        Optional<StoredSession> session = context.store().read(tx -> LiveSession.of(tx, caller, now));
        if (session.isEmpty()) {
            return new LoginResult.Refused(LoginRefusal.SESSION_ENDED);
        }
        Optional<ProfileInfo> profile = session.get().user().profiles().stream()
                .filter(own -> own.id().equals(wanted) && own.standing().active())
                .findFirst();
        return profile.map(own -> write(session.get(), own, new SessionOpener.Entry(client, now)))
                .orElseGet(() -> new LoginResult.Refused(LoginRefusal.PROFILE_NOT_FOUND));
    }

    private LoginResult write(StoredSession session, ProfileInfo profile, SessionOpener.Entry entry) {
        SessionState state = session.state();
        Minted minted = tokens.mint(state.id(), state.token().generation() + 1);
        Instant idleUntil = entry.now()
                .plus(context.settings().sessions().of(state.origin().client()).idle());
        Rotation rotation =
                new Rotation(state.token(), minted.state(), profile.id().toString(), idleUntil, entry.now());
        Optional<Boolean> linked = context.store()
                .alone(tx -> tx.sessions().rotate(state.id(), rotation)
                        ? Optional.of(linkDevice(tx, session, entry))
                        : Optional.<Boolean>empty());
        return linked.<LoginResult>map(device -> signedIn(session, profile, minted, new Written(entry.now(), device)))
                .orElseGet(() -> new LoginResult.Refused(LoginRefusal.SESSION_ENDED));
    }

    private boolean linkDevice(AuthTx tx, StoredSession session, SessionOpener.Entry entry) {
        DeviceInfo device = entry.client().device();
        boolean wanted =
                entry.client().kind() == ClientKind.MOBILE && tx.devices().isKept();
        if (!wanted || device == null) {
            return false;
        }
        tx.devices().link(session.user().info().id(), device, entry.now());
        return true;
    }

    private LoginResult signedIn(StoredSession session, ProfileInfo profile, Minted minted, Written written) {
        SessionState state = session.state();
        TokenPair pair = opener.pair(
                session.user().info(),
                profile,
                new SessionOpener.Access(state.id(), state.times().authTime(), minted, written.now()));
        return new LoginResult.SignedIn(
                new SignIn(session.user().info(), session.user().profiles(), profile, pair, written.deviceLinked()));
    }

    private record Written(Instant now, boolean deviceLinked) {}
}
