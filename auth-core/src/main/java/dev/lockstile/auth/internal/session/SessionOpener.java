package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.hook.AuthHook.NewSession;
import dev.lockstile.auth.hook.RiskCheck;
import dev.lockstile.auth.hook.RiskCheck.Answer;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.gate.Clearance;
import dev.lockstile.auth.internal.gate.FirstFactor;
import dev.lockstile.auth.internal.gate.SignInGate;
import dev.lockstile.auth.internal.token.AccessTokens;
import dev.lockstile.auth.internal.token.HostClaims;
import dev.lockstile.auth.internal.token.RefreshTokens;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SessionSettings;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens a session inside the transaction of the flow that let the person in, and makes its tokens. */
public final class SessionOpener {

    private final FlowContext context;
    private final SignInGate gate;
    private final SessionTokens tokens;
    private final SessionLimits limits;
    private final FormSessions forms;
    private final RiskStep risks;
    private final OpenedSessionNotice notice;

    public SessionOpener(FlowContext context, SignInGate gate, Tokens tokens, HostClaims hostClaims, Asides asides) {
        this.context = context;
        this.notice = asides.notice();
        this.risks = new RiskStep(context, asides.check());
        this.gate = gate;
        this.tokens = new SessionTokens(tokens.access(), hostClaims);
        this.limits = new SessionLimits(context);
        this.forms = new FormSessions(this, tokens.refresh());
    }

    /** Lets in a user with a right first factor, or gives the challenge by which the second one is shown. */
    public Outcome<Opened> enter(AuthTx tx, StoredUser user, FirstFactor first, Entry entry) {
        return enter(tx, user, first.context(), entry);
    }

    /** The same for a user who was authenticated so. */
    public Outcome<Opened> enter(AuthTx tx, StoredUser user, AuthContext first, Entry entry) {
        boolean asked = risks.require(user, first, entry) == Answer.ASK_FACTOR;
        Outcome<Clearance> decision = asked
                ? gate.decideAtRisk(tx, user, first, entry.client(), entry.now())
                : gate.decide(tx, user, first, entry.client(), entry.now());
        return decision.map(clearance -> open(tx, clearance, entry));
    }

    /**
     * Runs the transaction of a sign-in, and once more where the host is asked about the sign-in.
     *
     * @param work gets what the host answered, for {@link Entry#answered}
     */
    public <R extends @Nullable Object> R assessed(Function<@Nullable Answer, R> work) {
        return risks.over(work);
    }

    /**
     * Asks the host about a sign-in by both factors at once.
     *
     * @throws dev.lockstile.auth.internal.flow.VetoException where the host refuses
     */
    public void require(StoredUser user, AuthContext shown, Entry entry) {
        risks.require(user, shown, entry);
    }

    /** Opens a session after both factors, or gives the ticket by which the password is replaced. */
    public Outcome<Opened> enter(AuthTx tx, Clearance clearance, Entry entry) {
        return gate.requireNewPasswordIfDue(clearance, entry.client(), entry.now())
                .map(cleared -> open(tx, cleared, entry));
    }

    /** What was shown in the sign-in of a ticket for a new password; see {@link SignInGate#ofTicket}. */
    public Optional<Clearance> ofTicket(AuthTx tx, Secret ticket, ClientKind client, Instant now) {
        return gate.ofTicket(tx, ticket, client, now);
    }

    /** Opens a session after a password was replaced by a ticket. */
    public Outcome<Opened> enterReplaced(AuthTx tx, StoredUser user, Clearance shown, Entry entry) {
        return gate.decideAfterNewPassword(tx, user, shown, entry.client(), entry.now())
                .map(clearance -> open(tx, clearance, entry));
    }

    /** Whether {@link #enter} would have that person enrol a factor; see {@link SignInGate#enrols}. */
    public boolean enrols(@Nullable StoredUser user) {
        return gate.enrols(user);
    }

    /** Lets in a user with a token of a source system, in that profile; empty where a second factor is wanted. */
    public Optional<Opened> bridge(AuthTx tx, StoredUser user, ProfileInfo active, Entry entry) {
        return gate.bridge(user).map(clearance -> open(tx, clearance, active, entry));
    }

    /** Lets in a user whom the gate has cleared, in the profile of a new session. */
    public Opened open(AuthTx tx, Clearance clearance, Entry entry) {
        StoredUser user = clearance.user();
        ProfileInfo active = ActiveProfile.choose(user.profiles())
                .orElseGet(() -> ActiveProfile.create(tx, user.info().id(), context, entry.now()));
        return open(tx, clearance, active, entry);
    }

    /**
     * Adds the session, unless a hook of the host refuses it. The server makes its id, whatever the client sent (ASVS
     * 7.2.4). The only place that adds a session of the owner, and only with the gate's clearance; those of staff who
     * act for the owner come from {@link ImpersonationFlow}.
     */
    private Opened open(AuthTx tx, Clearance clearance, ProfileInfo active, Entry entry) {
        StoredUser user = clearance.user();
        Secret form = entry.client().evidence().form();
        FormSessions.Opening opening = form == null ? forms.random() : forms.opening(tx, user, form, entry.now());
        if (opening.again() != null) {
            return opening.again();
        }
        NewSession requested = new NewSession(user.info(), active, entry.client(), entry.now());
        context.hooks().ask(tx, hook -> hook.beforeSignIn(requested));
        limits.makeRoom(tx, user.info().id(), entry.client().kind(), entry.now());
        notice.before(tx, user, entry);
        SessionId id = opening.named().session();
        RefreshTokens.Minted minted = opening.named().minted();
        String deviceRef = linkDevice(tx, user.info(), entry);
        tx.sessions()
                .insert(user.info().id(), state(id, active, minted, new Placed(entry, clearance.context(), deviceRef)));
        Supplier<TokenPair> pair = tokens.laterPair(
                user.info(),
                active,
                new SessionTokens.Access(
                        new SessionTokens.Grant(id, entry.authTime(), clearance.context(), entry.now()), minted));
        Secret trusted = trustedDevice(user, id);
        return new Opened(
                id,
                () -> new SignIn(user.info(), user.profiles(), active, pair.get(), deviceRef != null, trusted),
                false);
    }

    /** What the same form was answered moments ago: its session, or the wait for a second factor. */
    Optional<Outcome<SignIn>> again(AuthTx tx, Secret form, Instant now) {
        return forms.again(tx, form, now)
                .map(opened -> Outcome.done(opened.signIn()))
                .or(() -> gate.waiting().again(tx, form, now).map(Outcome::secondFactor));
    }

    /** What the client of a session shows at its next sign-in. */
    public Secret trustedDevice(StoredUser user, SessionId session) {
        return context.limiters().devices().ofSession(user.info().id(), session);
    }

    /** The tokens of sessions. */
    public SessionTokens tokens() {
        return tokens;
    }

    private @Nullable String linkDevice(AuthTx tx, UserInfo user, Entry entry) {
        DeviceInfo device = entry.client().device();
        boolean wanted = entry.client().kind() == ClientKind.MOBILE
                && device != null
                && tx.devices().isMapped();
        return wanted && device != null
                ? tx.devices().link(user.id(), device, entry.now()).toString()
                : null;
    }

    private SessionState state(SessionId id, ProfileInfo active, RefreshTokens.Minted minted, Placed placed) {
        ClientInfo client = placed.entry().client();
        Instant now = placed.entry().now();
        SessionSettings.Limits times = context.settings().sessions().of(client.kind());
        return new SessionState(
                id,
                active.id().toString(),
                new SessionState.Origin(client.kind(), placed.deviceRef(), label(client), client.address()),
                minted.state(),
                new SessionState.Times(
                        now, placed.entry().authTime(), now, now.plus(times.idle()), now.plus(times.absolute()), null),
                placed.context());
    }

    private static @Nullable String label(ClientInfo client) {
        DeviceInfo device = client.device();
        return client.kind() == ClientKind.MOBILE && device != null && device.name() != null
                ? device.name()
                : client.label();
    }

    /**
     * A sign-in that asks for a session.
     *
     * @param now the time of the flow
     * @param authTime of the last proof of identity
     * @param answer what the host said of the risk; null before it was asked
     */
    public record Entry(
            ClientInfo client,
            Instant now,
            Instant authTime,
            @Nullable Answer answer) {

        /** Before the host was asked. */
        public Entry(ClientInfo client, Instant now, Instant authTime) {
            this(client, now, authTime, null);
        }

        /** The same with what the host answered. */
        public Entry answered(@Nullable Answer said) {
            return new Entry(client, now, authTime, said);
        }

        /** With a proof of this moment. */
        public Entry(ClientInfo client, Instant now) {
            this(client, now, now);
        }
    }

    /**
     * What goes on beside a sign-in.
     *
     * @param check null where the host judges no sign-ins
     */
    public record Asides(@Nullable RiskCheck check, OpenedSessionNotice notice) {}

    /** What makes the tokens. */
    public record Tokens(AccessTokens access, RefreshTokens refresh) {}

    /**
     * A session that was opened.
     *
     * @param result signs the tokens, which is left for after the commit: meanwhile rows of the account are held
     * @param repeated true where the same form had opened it moments ago
     */
    public record Opened(SessionId session, Supplier<SignIn> result, boolean repeated) {

        /** The result, with tokens that are signed now. */
        SignIn signIn() {
            return result.get();
        }
    }

    /** @param deviceRef the textual key of the linked device; null for none */
    private record Placed(
            Entry entry, AuthContext context, @Nullable String deviceRef) {}
}
