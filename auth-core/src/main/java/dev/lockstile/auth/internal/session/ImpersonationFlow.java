package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.impersonation.Impersonation;
import dev.lockstile.auth.impersonation.ImpersonationSettings;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.jose.ActorClaim;
import dev.lockstile.auth.internal.token.RefreshTokens;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens a session in which staff act for an account. Both accounts are held, so that no change of their rights comes in
 * between. The row has the digest of a refresh token that no client gets, no address, no device and no proof of the
 * owner (its time of proof is 1970). It does not count towards the owner's limit of sessions.
 */
public final class ImpersonationFlow implements Impersonation {

    private final FlowContext context;
    private final RefreshTokens tokens;
    private final SessionOpener opener;
    private final @Nullable ImpersonationSettings settings;
    private final StandardAdminAuthorization authorization;
    private final OperationEvents operations;

    /** @param settings null where staff do not act for accounts */
    public ImpersonationFlow(
            FlowContext context, RefreshTokens tokens, SessionOpener opener, @Nullable ImpersonationSettings settings) {
        this.context = context;
        this.tokens = tokens;
        this.opener = opener;
        this.settings = settings;
        this.authorization = new StandardAdminAuthorization(context);
        this.operations = new OperationEvents(context);
    }

    @Override
    public boolean isServed() {
        return settings != null;
    }

    @Override
    public Outcome<Acting> begin(Caller caller, UserId user, String reference) {
        Actor actor = OperationEvents.actor(caller, AuditReference.require(reference));
        Instant now = context.now();
        return operations.over(
                new OperationEvents.AccountAct(Operation.ACCOUNT_STATUS, user, actor),
                () -> settings == null
                        ? Outcome.refused(Refusal.IMPERSONATION_OFF)
                        : context.store().alone(tx -> begin(tx, settings, new Asked(caller, user, actor, now))));
    }

    private Outcome<Acting> begin(AuthTx tx, ImpersonationSettings rules, Asked asked) {
        Admission admission = admission(tx, rules, asked);
        if (admission.why() != null) {
            return Outcome.refused(admission.why());
        }
        Optional<StoredUser> found =
                tx.users().lock(asked.user(), asked.now()) ? tx.users().byId(asked.user()) : Optional.empty();
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.NOT_FOUND);
        }
        StoredUser user = found.get();
        if (!authorization.isOrdinary(user) || !admission.authority().givesAll(user)) {
            return Outcome.refused(Refusal.FORBIDDEN);
        }
        Optional<ProfileInfo> active = ActiveProfile.choose(user.profiles());
        return user.info().status().mayAct() && active.isPresent()
                ? Outcome.done(open(tx, user, active.get(), asked))
                : Outcome.refused(Refusal.ACCOUNT_UNAVAILABLE);
    }

    private Admission admission(AuthTx tx, ImpersonationSettings rules, Asked asked) {
        Caller caller = asked.caller();
        if (caller.actor().isPresent()) {
            return new Admission(Refusal.FORBIDDEN, Authority.none());
        }
        if (CallerSession.held(tx, caller, asked.now()).isEmpty()) {
            return new Admission(Refusal.SESSION_ENDED, Authority.none());
        }
        Admission admission = authorization.admit(tx, caller, AdminPermission.USERS_IMPERSONATE, asked.now());
        boolean unproven = rules.twoFactors() && !caller.showedTwoFactors();
        return admission.why() == null && unproven
                ? new Admission(Refusal.SECOND_FACTOR_REQUIRED, admission.authority())
                : admission;
    }

    private Acting open(AuthTx tx, StoredUser user, ProfileInfo active, Asked asked) {
        Instant now = asked.now();
        SessionId id = tokens.newSession();
        Instant until = now.plus(ActorClaim.LIFE);
        tx.sessions()
                .insert(
                        asked.user(),
                        new SessionState(
                                id,
                                active.id().toString(),
                                new SessionState.Origin(ClientKind.WEB, null, null, null),
                                tokens.mint(id, 0).state(),
                                new SessionState.Times(now, Instant.EPOCH, now, until, until, null),
                                AuthContext.OF_ACTOR));
        context.events().noted();
        AuthEvent began = new AuthEvent.ActedFor(now, asked.user(), id, "began", asked.actor());
        tx.afterCommit(() -> context.events().tell(began));
        ActorClaim actor = new ActorClaim(
                asked.caller().user().toString(), asked.caller().session().value());
        SessionTokens.Grant grant = new SessionTokens.Grant(id, Instant.EPOCH, AuthContext.OF_ACTOR, actor, now);
        return new Acting(opener.tokens().accessToken(user.info(), active, grant), until, id, asked.user());
    }

    private record Asked(Caller caller, UserId user, Actor actor, Instant now) {}
}
