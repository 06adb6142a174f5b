package dev.lockstile.auth.internal.gate;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FactorRevocation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Duration;
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

    /** For how long a sign-in waits for its second factor. */
    public static final Duration TTL = Duration.ofMinutes(5);

    private static final int MAX_ATTEMPTS = 5;
    private static final String BY_A_FACTOR = "by a sign-in with a factor";
    private static final Set<AuthChallenge.Kind> KINDS =
            Set.of(AuthChallenge.Kind.SECOND_FACTOR, AuthChallenge.Kind.ENROLMENT);

    private final FlowContext context;
    private final RequiredFactors required;
    private final List<SecondFactor> kinds;
    private final TrustedBrowsers browsers;
    private final Digests.Use digests;
    private final FormChallenges forms;
    private final PasswordTickets tickets;

    public SignInGate(
            FlowContext context, SecondFactorPolicy policy, List<SecondFactor> kinds, TrustedBrowsers browsers) {
        this.context = context;
        this.required = new RequiredFactors(policy, context.settings().roles());
        this.kinds = List.copyOf(kinds);
        this.browsers = browsers;
        this.digests = context.digests().use("second-factor");
        this.forms = new FormChallenges(context);
        this.tickets = new PasswordTickets(context);
    }

    public boolean trustsBrowsers(AuthTx tx) {
        return browsers.areServed(tx);
    }

    /** Decides on somebody who has shown a right first factor; in the transaction that would open the session. */
    public Outcome<Clearance> pass(AuthTx tx, StoredUser user, AuthContext first, ClientInfo client, Instant now) {
        if (user.hasSecondFactor()) {
            return isCoveredByBrowser(tx, user, client, now)
                    ? passWithPassword(new Clearance(user, first.inTrustedBrowser()), client, now)
                    : Outcome.secondFactor(
                            hold(tx, new Waiting(user, first, client), AuthChallenge.Kind.SECOND_FACTOR, now));
        }
        return enrols(user) && !PasswordTickets.isDue(user, first)
                ? Outcome.secondFactor(hold(tx, new Waiting(user, first, client), AuthChallenge.Kind.ENROLMENT, now))
                : passWithPassword(new Clearance(user, first), client, now);
    }

    /** Holds back a sign-in that showed a password which has to be replaced: the last step before a session. */
    public Outcome<Clearance> passWithPassword(Clearance clearance, ClientInfo client, Instant now) {
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
    public Outcome<Clearance> passReplaced(
            AuthTx tx, StoredUser user, Clearance shown, ClientInfo client, Instant now) {
        AuthContext before = shown.context();
        return before.assurance() == AuthContext.Assurance.AAL2
                ? Outcome.done(new Clearance(user, before))
                : pass(tx, user, AuthContext.single(before.methods()), client, now);
    }

    /**
     * The same where the host asks for a factor: one of the account's, in a trusted browser too. An account without one
     * shows its mailbox; a sign-in that showed a mailed code or link has done so.
     *
     * @throws VetoException where the account has no address that could be asked for
     */
    public Outcome<Clearance> passAsked(AuthTx tx, StoredUser user, AuthContext first, ClientInfo client, Instant now) {
        if (user.hasSecondFactor()) {
            return Outcome.secondFactor(
                    hold(tx, new Waiting(user, first, client), AuthChallenge.Kind.SECOND_FACTOR, now));
        }
        if (first.methods().equals(FirstFactor.EMAIL_CODE.context().methods())) {
            return pass(tx, user, first, client, now);
        }
        if (!user.info().identifiers().email().isVerified()) {
            throw VetoException.ofRisk();
        }
        return Outcome.refused(Refusal.EMAIL_CODE_REQUIRED);
    }

    /**
     * Whether a sign-in has that person enrol a factor. For an account to be opened (null) only everybody's policy is
     * known.
     */
    public boolean enrols(@Nullable StoredUser user) {
        return user == null ? required.areRequiredOfAll() : !user.hasSecondFactor() && required.areRequired(user);
    }

    /**
     * Not while a reset waits: who has the factor is asked for it, and so calls the reset off by signing in as ever.
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

    /** Decides on somebody who shows a token of a source system: no factor, and nothing that one could be asked for. */
    public Optional<Clearance> bridge(StoredUser user) {
        boolean wanted = user.hasSecondFactor() || required.areRequired(user);
        return wanted ? Optional.empty() : Optional.of(new Clearance(user, AuthContext.UNKNOWN));
    }

    /** The challenge of a sign-in of that id, if it is open and for this kind of client. */
    public Optional<AuthChallenge> find(AuthTx tx, Secret id, ClientInfo client, Instant now) {
        return tx.factors()
                .challenges()
                .byDigest(FormChallenges.digest(id))
                .filter(challenge -> challenge.isOpen(now) && KINDS.contains(challenge.kind()))
                .filter(challenge -> client.kind() == challenge.binding().client());
    }

    /** The open challenge of that id by which somebody enrols a factor, whatever the client. */
    public Optional<AuthChallenge> findEnrolment(AuthTx tx, Secret id, Instant now) {
        return tx.factors()
                .challenges()
                .byDigest(FormChallenges.digest(id))
                .filter(challenge -> challenge.isOpen(now) && challenge.kind() == AuthChallenge.Kind.ENROLMENT);
    }

    /** The user whom a challenge was made for, if nothing has changed since that the first factor depended on. */
    public Optional<StoredUser> userOf(AuthTx tx, AuthChallenge challenge) {
        return Optional.ofNullable(challenge.binding().user())
                .flatMap(tx.users()::byId)
                .filter(user -> user.info().status().mayAct())
                .filter(user -> challenge.kind() != AuthChallenge.Kind.ENROLMENT || !user.hasSecondFactor())
                .filter(user -> binding(user).equals(challenge.binding().digest()));
    }

    /**
     * Answers a challenge: uses it and the proof up, both or neither.
     *
     * @throws LostRaceException when somebody else was first with one of them; the transaction is then rolled back
     */
    public Clearance admit(AuthTx tx, AuthChallenge challenge, SecondFactor.Use proof, Instant now) {
        StoredUser user = userOf(tx, challenge).orElseThrow(LostRaceException::new);
        if (!tx.factors().challenges().use(challenge.digest(), now) || !proof.spend(tx, now)) {
            throw new LostRaceException();
        }
        FactorRevocation.callOffReset(context, tx, user.info().id(), BY_A_FACTOR, now);
        AuthContext first = AuthContext.read(challenge.methods(), null);
        return new Clearance(user, first.with(proof.methods()));
    }

    /**
     * Decides on somebody who has shown a passkey and, to it, a PIN, a fingerprint or a face: both factors at once.
     * Uses the proof up.
     *
     * @throws LostRaceException when somebody else was first with it; the transaction is then rolled back
     */
    public Clearance passWithBoth(AuthTx tx, StoredUser user, SecondFactor.Use proof, Instant now) {
        if (!proof.spend(tx, now)) {
            throw new LostRaceException();
        }
        FactorRevocation.callOffReset(context, tx, user.info().id(), BY_A_FACTOR, now);
        return new Clearance(user, AuthContext.single(List.of()).with(proof.methods()));
    }

    /** The open challenge of a sign-in that waits for its second factor, whatever the client. */
    public Optional<AuthChallenge> findSecondStep(AuthTx tx, Secret id, Instant now) {
        return tx.factors()
                .challenges()
                .byDigest(FormChallenges.digest(id))
                .filter(challenge -> challenge.isOpen(now) && challenge.kind() == AuthChallenge.Kind.SECOND_FACTOR);
    }

    /** Counts an attempt at the account's factors before it is looked at. @return false while the account is paused */
    public boolean admits(UserId user, FactorProof shown, Instant now) {
        return context.limiters().factors().admits(user, isGuessable(shown), now);
    }

    /**
     * Counts an attempt at a step-up. @return false once the session has used up its tries, or while the account is
     * paused
     */
    public boolean admitsStepUp(Caller caller, FactorProof shown, Instant now) {
        return context.limiters().factors().admitsStepUp(caller, isGuessable(shown), now);
    }

    /** False for a text that no code of that kind can be; it is refused before an attempt is spent. */
    public boolean isWellFormed(FactorProof shown) {
        return factor(shown.kind()).map(factor -> factor.isWellFormed(shown)).orElse(true);
    }

    private boolean isGuessable(FactorProof shown) {
        return factor(shown.kind()).map(factor -> factor.isGuessable(shown)).orElse(true);
    }

    public Optional<SecondFactor> factor(FactorKind kind) {
        return kinds.stream().filter(factor -> factor.kind() == kind).findFirst();
    }

    public List<FactorKind> offered(AuthTx tx, StoredUser user) {
        return kinds.stream()
                .filter(factor -> factor.isOffered(tx, user))
                .map(SecondFactor::kind)
                .toList();
    }

    /** Ends the sign-ins of a user that wait for a second factor after this first one and began by then. */
    public static void endSignIns(AuthTx tx, UserId user, AuthContext first, Instant begunBy, Instant now) {
        tx.factors().challenges().endSignIns(user, String.valueOf(first.methodText()), begunBy.plus(TTL), now);
    }

    /** The wait that the same form began moments ago, while nothing was shown in it. */
    public Optional<SecondFactorChallenge> again(AuthTx tx, Secret form, Instant now) {
        return forms.begun(tx, form, now)
                .filter(challenge -> KINDS.contains(challenge.kind()))
                .flatMap(challenge -> userOf(tx, challenge).map(user -> told(tx, user, forms.id(form), challenge)));
    }

    private SecondFactorChallenge hold(AuthTx tx, Waiting waiting, AuthChallenge.Kind kind, Instant now) {
        Secret form = waiting.client().evidence().form();
        Optional<SecondFactorChallenge> begun = form == null ? Optional.empty() : again(tx, form, now);
        return begun.orElseGet(() -> begin(tx, waiting, kind, now));
    }

    private SecondFactorChallenge begin(AuthTx tx, Waiting waiting, AuthChallenge.Kind kind, Instant now) {
        Secret id = forms.newId(tx, waiting.client().evidence().form());
        StoredUser user = waiting.user();
        AuthChallenge challenge = new AuthChallenge(
                FormChallenges.digest(id),
                kind,
                new AuthChallenge.Binding(
                        user.info().id(), null, waiting.client().kind(), binding(user)),
                null,
                waiting.first().methodText(),
                new AuthChallenge.Use(0, MAX_ATTEMPTS, now.plus(TTL), null));
        tx.factors().challenges().insert(challenge, now);
        return told(tx, user, id, challenge);
    }

    private SecondFactorChallenge told(AuthTx tx, StoredUser user, Secret id, AuthChallenge challenge) {
        boolean enrols = challenge.kind() == AuthChallenge.Kind.ENROLMENT;
        return new SecondFactorChallenge(
                id, enrols ? List.of() : offered(tx, user), challenge.use().validUntil());
    }

    /** A reset, another password or another address between the two steps ends the sign-in. */
    private String binding(StoredUser user) {
        Secret hash = user.passwordHash();
        return digests.of(
                user.info().id().toString(),
                hash == null ? "" : hash.reveal(),
                String.valueOf(user.keys().email()),
                String.valueOf(user.keys().phone()),
                String.valueOf(user.keys().username()));
    }

    private record Waiting(StoredUser user, AuthContext first, ClientInfo client) {}
}
