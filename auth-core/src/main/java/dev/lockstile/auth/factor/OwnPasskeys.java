package dev.lockstile.auth.factor;

import dev.lockstile.auth.feature.AuthFeature;
import dev.lockstile.auth.model.AbstractPasskey;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The caller's passkeys, at most {@value #MAX}. Adding and removing one requires a recent authentication, with the
 * second factor where there is one. Both end the account's other sessions and trusted browsers, and the owner receives
 * a notice. Each call is a transaction of its own.
 */
public interface OwnPasskeys {

    /** The optional feature of passkeys. */
    AuthFeature FEATURE = new AuthFeature(
            "passkeys",
            Map.of(AbstractPasskey.class, "passkey"),
            List.of("passkeys", "login/passkey", "login/second-factor/passkey", "step-up/passkey"));

    /** Maximum number of passkeys of an account. */
    int MAX = 20;

    /** Maximum length of a passkey's name, in characters. */
    int NAME_MAX = 64;

    /**
     * Starts the registration of a passkey.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @return the options for the browser, or the refusal
     */
    Outcome<PasskeyCeremony> begin(Caller caller);

    /**
     * Completes the registration, in the session that started it. The use of the challenge is committed before the
     * credential is verified. The session then counts as authenticated with two factors.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param made the credential from the browser
     * @param name the owner's name for it, 1 to {@value #NAME_MAX} characters; null for a default name
     * @return the stored passkey, with recovery codes where none were left; or the refusal
     * @throws IllegalArgumentException for a name of another length
     */
    Outcome<Added> finish(Caller caller, FactorProof.Passkey made, @Nullable String name);

    /**
     * {@return the caller's passkeys, oldest first, or the refusal}
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     */
    Outcome<List<PasskeyState>> list(Caller caller);

    /**
     * Renames a passkey.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param passkeyId from {@link PasskeyState#passkeyId()}
     * @param name 1 to {@value #NAME_MAX} characters
     * @return the renamed passkey, or the refusal
     * @throws IllegalArgumentException for a name of another length
     */
    Outcome<PasskeyState> rename(Caller caller, String passkeyId, String name);

    /**
     * Removes a passkey, unless it is the account's last sign-in method. With the last second factor the recovery codes
     * are removed too.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param passkeyId from {@link PasskeyState#passkeyId()}
     * @return true when it was removed, or the refusal
     */
    Outcome<Boolean> remove(Caller caller, String passkeyId);

    /**
     * Starts a step-up with a passkey; {@code StepUp.byFactor} completes it.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @return the options for the browser, or the refusal
     */
    Outcome<PasskeyCeremony> beginStepUp(Caller caller);

    /**
     * A passkey that was added.
     *
     * @param passkey the stored passkey
     * @param recoveryCodes new recovery codes, to be shown once, where the account had none left; else empty
     */
    record Added(PasskeyState passkey, List<Secret> recoveryCodes) {
        /**
         * Copies the list.
         *
         * @param passkey the stored passkey
         * @param recoveryCodes new recovery codes, to be shown once, where the account had none left; else empty
         */
        public Added {
            recoveryCodes = List.copyOf(recoveryCodes);
        }
    }
}
