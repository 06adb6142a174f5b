package dev.lockstile.auth.internal.gate;

import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.internal.flow.FactorRevocation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one step between a right first factor and a session, whatever the first factor was. An account with a second
 * factor gets a challenge and nothing else; so does one that must have a second factor and has none. What an account
 * has is read with the account, so that one without a second factor costs no query more.
 */
public final class SignInGate {

    private static final String BY_A_FACTOR = "by a sign-in with a factor";

    private final FlowContext context;
    private final RequiredFactors required;
    private final SecondFactorKinds kinds;
    private final WaitingSignIns waiting;
    private final TrustedBrowsers browsers;
    private final PasswordTickets tickets;

    public SignInGate(
            FlowContext context, SecondFactorPolicy policy, List<SecondFactor> kinds, TrustedBrowsers browsers) {
        this.context = context;
        this.required = new RequiredFactors(policy, context.settings().roles());
        this.kinds = new SecondFactorKinds(context, kinds);
        this.waiting = new WaitingSignIns(context, this.kinds);
        this.browsers = browsers;
        this.tickets = new PasswordTickets(context);
    }

    /** The sign-ins that this gate holds back. */
    public WaitingSignIns waiting() {
        return waiting;
    }

    public SecondFactorKinds kinds() {
        return kinds;
    }

    public boolean trustsBrowsers(AuthTx tx) {
        return browsers.areServed(tx);
    }

    /** Decides on a user with a right first factor; in the transaction that would open the session. */
    public Outcome<Clearance> decide(AuthTx tx, StoredUser user, AuthContext first, ClientInfo client, Instant now) {
        if (user.hasSecondFactor()) {
            return isCoveredByBrowser(tx, user, client, now)
                    ? requireNewPasswordIfDue(new Clearance(user, first.inTrustedBrowser()), client, now)
                    : Outcome.secondFactor(waiting.hold(
                            tx,
                            new WaitingSignIns.Waiting(user, first, client),
                            AuthChallenge.Kind.SECOND_FACTOR,
                            now));
        }
        return enrols(user) && !PasswordTickets.isDue(user, first)
                ? Outcome.secondFactor(waiting.hold(
                        tx, new WaitingSignIns.Waiting(user, first, client), AuthChallenge.Kind.ENROLMENT, now))
                : requireNewPasswordIfDue(new Clearance(user, first), client, now);
    }

    /** Clears a sign-in, or gives a ticket where the password that it showed has to be replaced; the last step. */
    public Outcome<Clearance> requireNewPasswordIfDue(Clearance clearance, ClientInfo client, Instant now) {
        StoredUser user = clearance.user();
        return PasswordTickets.isDue(user, clearance.context())
                ? Outcome.passwordChange(tickets.issue(user, clearance.context(), client.kind(), now))
                : Outcome.done(clearance);
    }

    /** What was shown in the sign-in that a ticket for a new password belongs to. */
    public Optional<Clearance> ofTicket(AuthTx tx, Secret ticket, ClientKind client, Instant now) {
        return tickets.find(tx, ticket, client, now);
    }

    /** Decides on an account whose password was replaced by a ticket; two factors that were shown stay shown. */
    public Outcome<Clearance> decideAfterNewPassword(
            AuthTx tx, StoredUser user, Clearance shown, ClientInfo client, Instant now) {
        AuthContext before = shown.context();
        return before.assurance() == AuthContext.Assurance.AAL2
                ? Outcome.done(new Clearance(user, before))
                : decide(tx, user, AuthContext.single(before.methods()), client, now);
    }

    /**
     * Decides as {@link #decide} where the host's {@link dev.lockstile.auth.hook.RiskCheck} asks for a factor: one of
     * the account's, in a trusted browser too. An account without a factor needs a sign-in by a mailed code or link.
     *
     * @throws VetoException where the account has no address that could be asked for
     */
    public Outcome<Clearance> decideAtRisk(
            AuthTx tx, StoredUser user, AuthContext first, ClientInfo client, Instant now) {
        if (user.hasSecondFactor()) {
            return Outcome.secondFactor(waiting.hold(
                    tx, new WaitingSignIns.Waiting(user, first, client), AuthChallenge.Kind.SECOND_FACTOR, now));
        }
        if (first.methods().equals(FirstFactor.EMAIL_CODE.context().methods())) {
            return decide(tx, user, first, client, now);
        }
        if (!user.info().identifiers().email().isVerified()) {
            throw VetoException.ofRisk();
        }
        return Outcome.refused(Refusal.EMAIL_CODE_REQUIRED);
    }

    /**
     * Whether a sign-in has that person enrol a factor. For an account to be opened (null) only a policy for all
     * accounts is known.
     */
    public boolean enrols(@Nullable StoredUser user) {
        return user == null ? required.areRequiredOfAll() : !user.hasSecondFactor() && required.areRequired(user);
    }

    /**
     * False while a reset of the factors waits: the owner is asked for the factor, and showing it calls the reset off.
     */
    private boolean isCoveredByBrowser(AuthTx tx, StoredUser user, ClientInfo client, Instant now) {
        return (isExempt(user) || browsers.isTrusted(tx, user, client, now))
                && tx.factors()
                        .challenges()
                        .open(user.info().id(), AuthChallenge.Kind.FACTOR_RESET, now)
                        .isEmpty();
    }

    /** Whether the host asks for no factor of an account that has passkeys alone; not where it requires one. */
    private boolean isExempt(StoredUser user) {
        return user.factors().equals(Set.of(FactorKind.PASSKEY))
                && !required.areRequired(user)
                && !required.askForPasskey(user);
    }

    /**
     * Clears a user with a token of a source system; empty where the account has a second factor or has to have one.
     */
    public Optional<Clearance> bridge(StoredUser user) {
        boolean wanted = user.hasSecondFactor() || required.areRequired(user);
        return wanted ? Optional.empty() : Optional.of(new Clearance(user, AuthContext.UNKNOWN));
    }

    /**
     * Answers a challenge: uses it and the proof up, both or neither.
     *
     * @throws LostRaceException when another request was first with one of them; the transaction is then rolled back
     */
    public Clearance admit(AuthTx tx, AuthChallenge challenge, SecondFactor.Use proof, Instant now) {
        StoredUser user = waiting.userOf(tx, challenge).orElseThrow(LostRaceException::new);
        if (!tx.factors().challenges().use(challenge.digest(), now) || !proof.spend(tx, now)) {
            throw new LostRaceException();
        }
        FactorRevocation.callOffReset(context, tx, user.info().id(), BY_A_FACTOR, now);
        AuthContext first = AuthContext.read(challenge.methods(), null);
        return new Clearance(user, first.with(proof.methods()));
    }

    /**
     * Decides on a user who has shown a passkey and, to it, a PIN, a fingerprint or a face: both factors at once.
     * Uses the proof up.
     *
     * @throws LostRaceException when another request was first with it; the transaction is then rolled back
     */
    public Clearance clearByPasskey(AuthTx tx, StoredUser user, SecondFactor.Use proof, Instant now) {
        if (!proof.spend(tx, now)) {
            throw new LostRaceException();
        }
        FactorRevocation.callOffReset(context, tx, user.info().id(), BY_A_FACTOR, now);
        return new Clearance(user, AuthContext.single(List.of()).with(proof.methods()));
    }
}
