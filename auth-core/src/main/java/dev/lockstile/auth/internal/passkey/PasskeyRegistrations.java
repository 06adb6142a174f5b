package dev.lockstile.auth.internal.passkey;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.factor.PasskeyVerifier.NewPasskey;
import dev.lockstile.auth.factor.PasskeyVerifier.Verdict;
import dev.lockstile.auth.internal.factor.AccountLabel;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.passkey.PasskeyCeremonies.Aim;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Passkeys on their way to become a factor: asked for here and verified, and no factor until a flow writes them down.
 */
final class PasskeyRegistrations {

    static final String UNNAMED = "Passkey";

    /** What a registration shows: the key, and with a PIN, a fingerprint or a face the person as well (RFC 8176, 2). */
    static final List<String> METHODS = List.of("pop", "user");

    private static final int HANDLE_BYTES = 32;
    private static final int ID_BYTES = 24;

    private final FlowContext context;
    private final PasskeyCeremonies ceremonies;

    PasskeyRegistrations(FlowContext context, PasskeyCeremonies ceremonies) {
        this.context = context;
        this.ceremonies = ceremonies;
    }

    /** Null where the host serves no passkeys. */
    static @Nullable PasskeyRegistrations of(FlowContext context, @Nullable PasskeyCeremonies ceremonies) {
        return ceremonies == null ? null : new PasskeyRegistrations(context, ceremonies);
    }

    /** Asks for one; {@code place} is the session or the sign-in's challenge that may answer. */
    PasskeyCeremony begin(AuthTx tx, UserInfo user, String place, Instant now) {
        List<PasskeyState> there = tx.factors().passkeys().of(user.id());
        String handle = handles(there)
                .reduce((older, newer) -> newer) // imported ones may have several: that of the newest
                .orElseGet(() -> context.randomness().text(HANDLE_BYTES));
        PasskeyCeremony.Owner owner = new PasskeyCeremony.Owner(
                handle, AccountLabel.of(user), ceremonies.verifier().algorithms());
        return ceremonies.register(tx, aim(user.id(), place), owner, there, now);
    }

    /** How these passkeys name their owner, as far as it is known. */
    static Stream<String> handles(List<PasskeyState> passkeys) {
        return passkeys.stream().map(one -> one.key().userHandle()).filter(handle -> !handle.isEmpty());
    }

    /**
     * What was made, in the place that asked; the challenge is used up whatever comes of it. The caller writes it
     * down.
     */
    Optional<PasskeyState> made(UserId user, String place, FactorProof.Passkey shown, Instant now) {
        return ceremonies
                .use(shown.ceremonyId(), aim(user, place), now)
                .flatMap(open -> verified(user, shown, now).map(made -> state(made, open, now)));
    }

    /** Gives the challenge back after the work on a right answer failed. */
    void giveBack(FactorProof.Passkey shown, Instant now) {
        ceremonies.giveBack(shown.ceremonyId(), now);
    }

    private Optional<NewPasskey> verified(UserId user, FactorProof.Passkey shown, Instant now) {
        Verdict<NewPasskey> verdict = ceremonies.verifier().registered(shown.ceremonyId(), shown.credential());
        if (verdict instanceof Verdict.Right<NewPasskey> right) {
            return Optional.of(right.value());
        }
        String reason = ((Verdict.Wrong<NewPasskey>) verdict).reason();
        context.events().tell(new AuthEvent.PasskeyRefused(now, user, reason));
        return Optional.empty();
    }

    /** The handle is the one that the browser was given with the challenge. */
    private PasskeyState state(NewPasskey made, AuthChallenge challenge, Instant now) {
        PasskeyState.Key key = made.key();
        PasskeyState.Key owned = new PasskeyState.Key(
                key.credentialId(),
                String.valueOf(challenge.binding().digest()),
                key.publicKey(),
                key.backupEligible(),
                key.transports(),
                key.aaguid());
        return new PasskeyState(context.randomness().text(ID_BYTES), owned, made.use(), UNNAMED, now);
    }

    private static Aim aim(UserId user, String place) {
        return Aim.of(AuthChallenge.Kind.PASSKEY_REGISTRATION, user, place);
    }
}
