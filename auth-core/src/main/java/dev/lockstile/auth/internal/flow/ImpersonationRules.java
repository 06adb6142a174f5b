package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.token.Caller;

/**
 * Decides which operations staff may run while they impersonate an account: changes of its data and profiles, and the
 * end of its sessions. The owner alone changes what signs in, where the account is reached and what speaks for it. Each
 * {@link Operation} has a decision here; one without does not compile.
 */
public final class ImpersonationRules {

    private ImpersonationRules() {}

    /** Whether the caller may begin the operation: an owner any, staff who act for the owner some. */
    static boolean isOpen(Operation operation, Caller caller) {
        return caller.actor().isEmpty() || isOpenToActors(operation);
    }

    /** Whether the caller is the owner of the account. */
    public static boolean isOwner(Caller caller) {
        return caller.actor().isEmpty();
    }

    private static boolean isOpenToActors(Operation operation) {
        return switch (operation) {
            case ACCOUNT_CHANGE, PROFILE_CHANGE, SESSION_END -> true;
            case REGISTRATION,
                    EMAIL_PROOF,
                    CONFIRMATION_REQUEST,
                    SIGN_IN,
                    CODE_REQUEST,
                    PURPOSE_CODE_REQUEST,
                    PURPOSE_CODE,
                    STEP_UP,
                    RESET_REQUEST,
                    PASSWORD_CHANGE,
                    REFRESH,
                    PROFILE_SWITCH,
                    IDENTIFIER_CHANGE,
                    DELETION,
                    OWN_DATA_EXPORT,
                    ADMINISTRATOR,
                    SOCIAL_REQUEST,
                    SOCIAL_EVENT,
                    FACTOR_CHANGE,
                    API_KEY_CHANGE,
                    ACCOUNT_EXPORT,
                    ACCOUNT_STATUS -> false;
        };
    }
}
