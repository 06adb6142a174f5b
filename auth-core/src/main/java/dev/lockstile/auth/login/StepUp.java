package dev.lockstile.auth.login;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Step-up authentication: the caller authenticates again before a sensitive step (ASVS 7.5.1, 7.5.3), since an access
 * token may be stolen. Success renews the time of the last authentication of the caller's session only, and the new
 * access token carries it. A refresh does not renew it.
 */
public interface StepUp {

    /**
     * {@return true while the caller's last authentication is recent enough for a sensitive step} Decided by the token;
     * for a caller who authenticated with one factor the store is queried whether the account has a second one, which
     * is then required.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     */
    boolean isRecent(Caller caller);

    /**
     * Authenticates with the password. It is hashed outside any transaction; one transaction of its own follows.
     *
     * <p>A wrong password and an account without a password have the same refusal.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param password as typed
     * @return a new access token, or the refusal
     */
    Outcome<Proven> byPassword(Caller caller, Secret password);

    /**
     * Authenticates with the second factor. An account that has one has to use it; a password or a sent code is
     * refused. The attempt is counted and committed before the proof is verified.
     *
     * <p>A wrong or used proof, a factor paused after failures and an account without a second factor have the same
     * refusal.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param proof the proof of the second factor, such as a code
     * @return a new access token, or the refusal
     */
    Outcome<Proven> byFactor(Caller caller, FactorProof proof);

    /**
     * Sends a code to a verified address or number of the caller, never to one that the request names. One transaction
     * of its own; the message is sent after the commit.
     *
     * <p>Refused with {@code THROTTLED} within the cool-down and beyond the limits of the recipient or of the client's
     * network, which are shared with other requests for codes ({@code OTP_REQUEST_IP}).
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param channel null for e-mail where the address is verified, otherwise a text message
     * @param address the client's IP address as determined by the host; requests without one (null) share one limit
     * @return the challenge that belongs to the code, or the refusal
     */
    Outcome<Sent> requestCode(Caller caller, @Nullable Channel channel, @Nullable String address);

    /**
     * Authenticates with a code of {@link #requestCode}. The attempt is counted and committed before the code is
     * verified; one transaction of its own follows, in which one of several concurrent correct attempts succeeds. A
     * code sent for another purpose is refused.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param challengeId from {@link Sent}
     * @param code as typed
     * @return a new access token, or the refusal
     */
    Outcome<Proven> byCode(Caller caller, String challengeId, Secret code);

    /**
     * A code is being sent to the caller's own address or number.
     *
     * @param challengeId sent by the client with the code
     * @param channel by which it was sent
     */
    record Sent(String challengeId, Channel channel) {}

    /**
     * The caller has authenticated again.
     *
     * @param access replaces the access token; the refresh token is unchanged
     * @param expiresAt when the access token expires
     */
    record Proven(Secret access, Instant expiresAt) {}
}
