package dev.lockstile.auth.login;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Proving again who one is, before a sensitive step (ASVS 7.5.1, 7.5.3): an access token may have been stolen, and
 * neither it nor a refresh token renews the time of the last proof. A proof changes that time for the session it was
 * given in and for no other one, and the access token that comes back carries it.
 */
public interface StepUp {

    /** True while the caller's last proof is fresh enough for a sensitive step; the token says so, no store is asked. */
    boolean isRecent(Caller caller);

    /**
     * Proves by the password. Hashing runs outside any transaction; then one transaction of its own.
     *
     * <p>Refused with one answer: a wrong password and an account that has none.
     */
    StepUpResult byPassword(Caller caller, Secret password);

    /**
     * Sends a code to a proven address or number of the caller's own, never to one that the request names. One
     * transaction of its own; the message leaves after the commit.
     *
     * <p>Refused as throttled: within the cool-down, beyond the limits of the recipient, and beyond those of the client's
     * network, which count with other requests for codes ({@code OTP_REQUEST_IP}).
     *
     * @param channel null for e-mail where the address is proven, else a text message
     * @param address of the client, as the host knows it; null where it does not, and then all of those share one limit
     */
    StepUpCodeResult requestCode(Caller caller, @Nullable Channel channel, @Nullable String address);

    /**
     * Proves by such a code. The attempt is counted and committed before the code is looked at; then one transaction of
     * its own in which one of many winners goes on. A code sent for anything else is worth nothing here.
     */
    StepUpResult byCode(Caller caller, String challengeId, Secret code);
}
