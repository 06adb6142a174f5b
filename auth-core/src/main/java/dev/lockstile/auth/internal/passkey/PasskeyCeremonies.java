package dev.lockstile.auth.internal.passkey;

import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.factor.PasskeyVerifier;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The challenges of passkeys: 256 random bits, good for ten minutes, for one ceremony of one kind, one user and one
 * place, and for one answer whatever comes of it (WebAuthn Level 3, 13.4.3), an outage apart. The store keeps a digest.
 */
final class PasskeyCeremonies {

    private static final Duration TTL = Duration.ofMinutes(10);
    private static final int CHALLENGE_BYTES = 32;
    private static final int LONGEST_ID = 100;

    private final FlowContext context;
    private final PasskeyVerifier verifier;

    PasskeyCeremonies(FlowContext context, PasskeyVerifier verifier) {
        this.context = context;
        this.verifier = verifier;
    }

    PasskeyVerifier verifier() {
        return verifier;
    }

    /** Begins one in which a passkey is made. */
    PasskeyCeremony register(AuthTx tx, Aim aim, PasskeyCeremony.Owner owner, List<PasskeyState> there, Instant now) {
        String id = begin(tx, aim, owner.handle(), now);
        return ceremony(id, there, true, owner, now);
    }

    /** Begins one in which a passkey is shown: one of these, or any where there are none. */
    PasskeyCeremony show(AuthTx tx, Aim aim, List<PasskeyState> allowed, Instant now) {
        return ceremony(begin(tx, aim, null, now), allowed, allowed.isEmpty(), null, now);
    }

    private String begin(AuthTx tx, Aim aim, @Nullable String handle, Instant now) {
        String id = context.randomness().text(CHALLENGE_BYTES);
        tx.factors()
                .challenges()
                .insert(
                        new AuthChallenge(
                                digest(id),
                                aim.kinds().get(0),
                                new AuthChallenge.Binding(aim.user(), aim.place(), null, handle),
                                null,
                                null,
                                new AuthChallenge.Use(0, 1, now.plus(TTL), null)),
                        now);
        return id;
    }

    private PasskeyCeremony ceremony(
            String id,
            List<PasskeyState> known,
            boolean verification,
            PasskeyCeremony.@Nullable Owner owner,
            Instant now) {
        List<PasskeyCeremony.Credential> credentials = known.stream()
                .map(PasskeyState::key)
                .map(key -> new PasskeyCeremony.Credential(key.credentialId(), key.transports()))
                .toList();
        return new PasskeyCeremony(id, verifier.relyingParty(), credentials, verification, owner, now.plus(TTL));
    }

    /**
     * Uses a challenge up, in a transaction of its own; empty when it is none of that kind, user and place, late or
     * used.
     */
    Optional<AuthChallenge> use(String ceremonyId, Aim aim, Instant now) {
        if (ceremonyId.length() > LONGEST_ID) {
            return Optional.empty();
        }
        String digest = digest(ceremonyId);
        return context.store()
                .alone(tx -> tx.factors()
                        .challenges()
                        .byDigest(digest)
                        .filter(aim::isOf)
                        .filter(challenge -> tx.factors().challenges().spendAttempt(digest, now)));
    }

    /** Gives a challenge back whose answer was not decided on. */
    void giveBack(String ceremonyId, Instant now) {
        String digest = digest(ceremonyId);
        context.store().<Boolean>single(tx -> tx.factors().challenges().returnAttempt(digest, now));
    }

    private static String digest(String id) {
        return Digests.sha256(id.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What a ceremony is for.
     *
     * @param kinds the kinds that answer to it; one where it begins
     * @param user null where a passkey signs in alone
     * @param place the session, or the digest of the sign-in's challenge; null where a passkey signs in alone
     */
    record Aim(
            List<AuthChallenge.Kind> kinds,
            @Nullable UserId user,
            @Nullable String place) {

        /** A passkey that signs in alone. */
        static final Aim SIGN_IN = new Aim(List.of(AuthChallenge.Kind.PASSKEY_SIGN_IN), null, null);

        static Aim of(AuthChallenge.Kind kind, UserId user, String place) {
            return new Aim(List.of(kind), user, place);
        }

        /** A passkey that is shown beside another factor or in a session: the place tells which. */
        static Aim shown(UserId user, String place) {
            return new Aim(
                    List.of(AuthChallenge.Kind.PASSKEY_SECOND_FACTOR, AuthChallenge.Kind.PASSKEY_STEP_UP), user, place);
        }

        private boolean isOf(AuthChallenge challenge) {
            AuthChallenge.Binding binding = challenge.binding();
            return kinds.contains(challenge.kind())
                    && Objects.equals(binding.user(), user)
                    && Objects.equals(binding.session(), place);
        }
    }
}
