package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Authenticator applications on their way to become a factor: drawn here, and no factor until a code of theirs was
 * shown.
 */
final class TotpEnrolments {

    static final int MAX_ATTEMPTS = 5;

    private static final Duration TTL = Duration.ofMinutes(10);
    private static final int SECRET_BYTES = 20;
    private static final int ID_BYTES = 24;

    private final FlowContext context;
    private final FactorSeal seal;
    private final TotpFactor factor;

    TotpEnrolments(FlowContext context, FactorSeal seal, TotpFactor factor) {
        this.context = context;
        this.seal = seal;
        this.factor = factor;
    }

    /** Draws a secret and keeps it sealed; {@code place} is the session or challenge that may confirm it. */
    TotpEnrolment begin(AuthTx tx, UserInfo user, String place, Instant now) {
        byte[] secret = context.randomness().bytes(SECRET_BYTES);
        String id = context.randomness().text(ID_BYTES);
        String sealed = seal.seal(secret, user.id(), id);
        tx.factors().totps().begin(user.id(), new TotpState(id, sealed, place, now.plus(TTL)), now);
        String text = Base32.encode(secret);
        return new TotpEnrolment(id, Secret.of(text), Secret.of(uri(user, text)));
    }

    /** Spends an attempt, commits it, and only then compares; the step of the code if it is right. */
    OptionalLong check(UserInfo user, Optional<TotpState> pending, Secret code, Instant now) {
        boolean counted = pending.isPresent()
                && context.store()
                        .<Boolean>alone(tx -> tx.factors()
                                .totps()
                                .spendAttempt(user.id(), pending.get().enrolmentId(), MAX_ATTEMPTS, now));
        return counted ? factor.step(user.id(), pending.get(), code, now) : OptionalLong.empty();
    }

    /** Gives back the attempt of a right code whose work failed. */
    void giveBack(UserId user, String enrolmentId, Instant now) {
        context.store().<Boolean>single(tx -> tx.factors().totps().returnAttempt(user, enrolmentId, now));
    }

    private String uri(UserInfo user, String secret) {
        String service = context.settings().service();
        return "otpauth://totp/" + encoded(service) + ":" + encoded(AccountLabel.of(user)) + "?secret=" + secret
                + "&issuer="
                + encoded(service) + "&algorithm=SHA1&digits=" + OneTimePassword.DIGITS + "&period="
                + OneTimePassword.STEP_SECONDS;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
