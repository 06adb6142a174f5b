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
 * The caller's passkeys, at most {@value #MAX}. Adding and removing one needs a proof that is at most as old as
 * the settings say, and of the second factor where there is one; both end the account's other sessions and trusted
 * browsers, and its owner is told. Each is a transaction of its own.
 */
public interface OwnPasskeys {

    /** What passkeys bring to a host. */
    AuthFeature FEATURE = new AuthFeature(
            "passkeys",
            Map.of(AbstractPasskey.class, "passkey"),
            List.of("passkeys", "login/passkey", "login/second-factor/passkey", "step-up/passkey"));

    /** How many passkeys an account may have. */
    int MAX = 20;

    /** How long the name of a passkey may be. */
    int NAME_MAX = 64;

    /**
     * Begins to add a passkey.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @return what the browser is to do, or why not
     */
    Outcome<PasskeyCeremony> begin(Caller caller);

    /**
     * Adds it, in the session that began. The challenge is used up and that committed before anything is looked at. The
     * session goes on as one of two factors.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param made what the browser made
     * @param name what its owner calls it, 1 to {@value #NAME_MAX} characters; null for a name of the library's
     * @return the passkey as it is stored, with recovery codes where none were left, or why there is none
     * @throws IllegalArgumentException for a name that is none
     */
    Outcome<Added> finish(Caller caller, FactorProof.Passkey made, @Nullable String name);

    /**
     * {@return the caller's passkeys, oldest first, or why none are shown}
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     */
    Outcome<List<PasskeyState>> list(Caller caller);

    /**
     * Gives one another name.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param passkeyId as {@link PasskeyState#passkeyId()} says
     * @param name 1 to {@value #NAME_MAX} characters
     * @return the passkey as it is now, or why nothing was changed
     * @throws IllegalArgumentException for a name that is none
     */
    Outcome<PasskeyState> rename(Caller caller, String passkeyId, String name);

    /**
     * Removes one, unless the account could then be entered in no way; recovery codes go with the last second factor.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param passkeyId as {@link PasskeyState#passkeyId()} says
     * @return true when it is gone, or why it stays
     */
    Outcome<Boolean> remove(Caller caller, String passkeyId);

    /**
     * Begins to show a passkey again before a sensitive step; {@code StepUp.byFactor} takes it.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @return what the browser is to do, or why not
     */
    Outcome<PasskeyCeremony> beginStepUp(Caller caller);

    /**
     * A passkey that was added.
     *
     * @param passkey as it is stored
     * @param recoveryCodes to be shown once, where the account had none left; else empty
     */
    record Added(PasskeyState passkey, List<Secret> recoveryCodes) {
        /**
         * Copies the list.
         *
         * @param passkey as it is stored
         * @param recoveryCodes to be shown once, where the account had none left; else empty
         */
        public Added {
            recoveryCodes = List.copyOf(recoveryCodes);
        }
    }
}
