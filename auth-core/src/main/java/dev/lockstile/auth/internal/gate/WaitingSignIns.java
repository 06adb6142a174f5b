package dev.lockstile.auth.internal.gate;

import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sign-ins after a right first factor that wait for the second one, or for its enrolment. */
public final class WaitingSignIns {

    /** For how long a sign-in waits for its second factor. */
    public static final Duration TTL = Duration.ofMinutes(5);

    private static final int MAX_ATTEMPTS = 5;
    private static final Set<AuthChallenge.Kind> KINDS =
            Set.of(AuthChallenge.Kind.SECOND_FACTOR, AuthChallenge.Kind.ENROLMENT);

    private final SecondFactorKinds kinds;
    private final Digests.Use digests;
    private final FormChallenges forms;

    WaitingSignIns(FlowContext context, SecondFactorKinds kinds) {
        this.kinds = kinds;
        this.digests = context.digests().use("second-factor");
        this.forms = new FormChallenges(context);
    }

    /** The challenge of a sign-in of that id, if it is open and for this kind of client. */
    public Optional<AuthChallenge> find(AuthTx tx, Secret id, ClientInfo client, Instant now) {
        return open(tx, id, now)
                .filter(challenge -> KINDS.contains(challenge.kind()))
                .filter(challenge -> client.kind() == challenge.binding().client());
    }

    /** The open challenge of that id by which a factor is enrolled, whatever the client. */
    public Optional<AuthChallenge> findEnrolment(AuthTx tx, Secret id, Instant now) {
        return open(tx, id, now).filter(challenge -> challenge.kind() == AuthChallenge.Kind.ENROLMENT);
    }

    /** The user whom a challenge was made for, if nothing has changed since that the first factor depended on. */
    public Optional<StoredUser> userOf(AuthTx tx, AuthChallenge challenge) {
        return Optional.ofNullable(challenge.binding().user())
                .flatMap(tx.users()::byId)
                .filter(user -> user.info().status().mayAct())
                .filter(user -> challenge.kind() != AuthChallenge.Kind.ENROLMENT || !user.hasSecondFactor())
                .filter(user -> binding(user).equals(challenge.binding().digest()));
    }

    /** The open challenge of a sign-in that waits for its second factor, whatever the client. */
    public Optional<AuthChallenge> findSecondStep(AuthTx tx, Secret id, Instant now) {
        return open(tx, id, now).filter(challenge -> challenge.kind() == AuthChallenge.Kind.SECOND_FACTOR);
    }

    private static Optional<AuthChallenge> open(AuthTx tx, Secret id, Instant now) {
        return tx.factors().challenges().byDigest(FormChallenges.digest(id)).filter(challenge -> challenge.isOpen(now));
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

    SecondFactorChallenge hold(AuthTx tx, Waiting waiting, AuthChallenge.Kind kind, Instant now) {
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
                id,
                enrols ? List.of() : kinds.offered(tx, user),
                challenge.use().validUntil());
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

    /** A sign-in that is held back. */
    record Waiting(StoredUser user, AuthContext first, ClientInfo client) {}
}
