package dev.lockstile.auth.event;

/**
 * An operation whose end is told by {@link AuthEvent.Done} or {@link AuthEvent.Refused}, where no event of its own says
 * more. The names follow the OWASP logging vocabulary where it has a word.
 */
public enum Operation {
    /** An account is registered. */
    REGISTRATION("user_create", "user_create_fail"),
    /** The e-mail address of a registration is proven. */
    EMAIL_PROOF("user_updated", "user_update_fail"),
    /** The confirmation of a registration is asked for again. */
    CONFIRMATION_REQUEST("user_confirmation_request", "user_confirmation_request_fail"),
    /** A user signs in. */
    SIGN_IN("authn_login_success", "authn_login_fail"),
    /** A one-time code or a sign-in link is asked for. */
    CODE_REQUEST("authn_code_request", "authn_code_request_fail"),
    /** A code for a purpose of the host's own is asked for. */
    PURPOSE_CODE_REQUEST("purpose_code_request", "purpose_code_request_fail"),
    /** A code for a purpose of the host's own is verified. */
    PURPOSE_CODE("purpose_code_success", "purpose_code_fail"),
    /** A signed-in user proves the identity again. */
    STEP_UP("authn_step_up_success", "authn_step_up_fail"),
    /** A link to set a new password is asked for. */
    RESET_REQUEST("authn_password_reset_request", "authn_password_reset_request_fail"),
    /** A new password is set, with the old one or with a link. */
    PASSWORD_CHANGE("authn_password_change", "authn_password_change_fail"),
    /** A refresh token is exchanged. */
    REFRESH("session_renewed", "session_use_after_expire"),
    /** One or more sessions are ended by their owner. */
    SESSION_END("session_expired", "session_end_fail"),
    /** A session goes on in another profile. */
    PROFILE_SWITCH("privilege_permissions_changed", "authz_fail"),
    /** The own account is changed. */
    ACCOUNT_CHANGE("user_updated", "user_update_fail"),
    /** A new address or number is proven. */
    IDENTIFIER_CHANGE("user_updated", "user_update_fail"),
    /** A profile is added, changed or deleted. */
    PROFILE_CHANGE("user_updated", "user_update_fail"),
    /** The own account is deleted. */
    DELETION("user_deleted", "user_delete_fail"),
    /** The owner of an account saves what is kept of it. */
    OWN_DATA_EXPORT("user_data_export", "user_data_export_fail"),
    /** An account is opened by the host's administration. */
    ADMINISTRATOR("user_created", "authz_admin_fail"),
    /** A sign-in or link with an account at another site is begun or tried without effect, or a browser comes back. */
    SOCIAL_REQUEST("authn_social_request", "authn_social_request_fail"),
    /** A provider tells something of an account at it. */
    SOCIAL_EVENT("authn_provider_event", "authn_provider_event_fail"),
    /** A second factor is added, removed, renamed or reset, or an account at another site is linked or unlinked. */
    FACTOR_CHANGE("authn_factor_change", "authn_factor_change_fail"),
    /** An API key is made, renamed, rotated or revoked. */
    API_KEY_CHANGE("authn_token_change", "authn_token_change_fail"),
    /** The administration exports accounts; each page of an export is one. */
    ACCOUNT_EXPORT("data_export", "data_export_fail"),
    /** The administration changes an account: its role, proof, activity, deletion or sessions. */
    ACCOUNT_STATUS("user_updated", "authz_admin_fail");

    private final String done;
    private final String refused;

    Operation(String done, String refused) {
        this.done = done;
        this.refused = refused;
    }

    /** {@return the name of its event when it went well} */
    public String done() {
        return done;
    }

    /** {@return the name of its event when it did not} */
    public String refused() {
        return refused;
    }
}
