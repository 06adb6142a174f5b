package dev.lockstile.auth.event;

/**
 * An operation whose end is told by {@link AuthEvent.Done} or {@link AuthEvent.Refused}, where no event of its own says
 * more. The names follow the OWASP logging vocabulary where it has a word.
 */
public enum Operation {
    REGISTRATION("user_create", "user_create_fail"),
    EMAIL_PROOF("user_updated", "user_update_fail"),
    CONFIRMATION_REQUEST("user_confirmation_request", "user_confirmation_request_fail"),
    SIGN_IN("authn_login_success", "authn_login_fail"),
    CODE_REQUEST("authn_code_request", "authn_code_request_fail"),
    STEP_UP("authn_step_up_success", "authn_step_up_fail"),
    RESET_REQUEST("authn_password_reset_request", "authn_password_reset_request_fail"),
    PASSWORD_CHANGE("authn_password_change", "authn_password_change_fail"),
    REFRESH("session_renewed", "session_use_after_expire"),
    SESSION_END("session_expired", "session_end_fail"),
    PROFILE_SWITCH("privilege_permissions_changed", "authz_fail"),
    ACCOUNT_CHANGE("user_updated", "user_update_fail"),
    IDENTIFIER_CHANGE("user_updated", "user_update_fail"),
    PROFILE_CHANGE("user_updated", "user_update_fail"),
    DELETION("user_deleted", "user_delete_fail"),
    ADMINISTRATOR("user_created", "authz_admin_fail"),
    SOCIAL_REQUEST("authn_social_request", "authn_social_request_fail"),
    SOCIAL_EVENT("authn_provider_event", "authn_provider_event_fail"),
    FACTOR_CHANGE("authn_factor_change", "authn_factor_change_fail"),
    STANDING("user_updated", "authz_admin_fail");

    private final String done;
    private final String refused;

    Operation(String done, String refused) {
        this.done = done;
        this.refused = refused;
    }

    /** The name of its event when it went well. */
    public String done() {
        return done;
    }

    /** The name of its event when it did not. */
    public String refused() {
        return refused;
    }
}
