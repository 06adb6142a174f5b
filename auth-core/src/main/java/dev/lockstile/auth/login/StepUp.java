package dev.lockstile.auth.login;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Proving again who one is, before a sensitive step (ASVS 7.5.1, 7.5.3): an access token may have been stolen, and
 * neither it nor a refresh token renews the time of the last proof. A proof changes that time for the session it was
 * given in and for no other one, and the access token that comes back carries it.
 */
public interface StepUp {

    /**
     * {@return true while the caller's last proof is fresh enough for a sensitive step} The token says so; of a caller
     * who has shown one factor the store is asked whether the account has a second one, which is wanted then.
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     */
    boolean isRecent(Caller caller);

    /**
     * Proves by the password. Hashing runs outside any transaction; then one transaction of its own.
     *
     * <p>Refused with one answer: a wrong password and an account that has none.
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param password as typed
     * @return a new access token, or why there is none
     */
    Outcome<Proven> byPassword(Caller caller, Secret password);

    /**
     * Proves by the second factor, which is what an account that has one proves by: a password or a sent code is
     * refused then. The attempt is counted and committed before it is looked at.
     *
     * <p>Refused with one answer: wrong, used, paused, and an account without a second factor.
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param proof what is shown as the second factor
     * @return a new access token, or why there is none
     */
    Outcome<Proven> byFactor(Caller caller, FactorProof proof);

    /**
     * Sends a code to a proven address or number of the caller's own, never to one that the request names. One
     * transaction of its own; the message leaves after the commit.
     *
     * <p>Refused as throttled: within the cool-down, beyond the limits of the recipient, and beyond those of the
     * client's network, which count with other requests for codes ({@code OTP_REQUEST_IP}).
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param channel null for e-mail where the address is proven, else a text message
     * @param address of the client, as the host knows it; null where it does not, and then all of those share one limit
     * @return the challenge that goes with the code, or why none was sent
     */
    Outcome<Sent> requestCode(Caller caller, @Nullable Channel channel, @Nullable String address);

    /**
     * Proves by such a code. The attempt is counted and committed before the code is looked at; then one transaction of
     * its own in which one of many winners goes on. A code sent for anything else is worth nothing here.
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param challengeId as {@link Sent} gave it
     * @param code as typed
     * @return a new access token, or why there is none
     */
    Outcome<Proven> byCode(Caller caller, String challengeId, Secret code);

    /**
     * A code is on its way to the caller's own address or number.
     *
     * @param challengeId to be sent with the code
     * @param channel by which it was sent
     */
    record Sent(String challengeId, Channel channel) {}

    /**
     * The caller has proven again who they are.
     *
     * @param access takes the place of the access token; the refresh token stays as it is
     * @param expiresAt when the access token runs out
     */
    record Proven(Secret access, Instant expiresAt) {}
}
