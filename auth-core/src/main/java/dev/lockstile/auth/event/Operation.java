package dev.lockstile.auth.event;

/**
 * An operation whose result is published as {@link AuthEvent.Done} or {@link AuthEvent.Refused}, unless there is a more
 * specific event. The names follow the OWASP logging vocabulary where it has one.
 */
public enum Operation {
    /** An account is registered. */
    REGISTRATION("user_create", "user_create_fail"),
    /** The e-mail address of a registration is verified. */
    EMAIL_PROOF("user_updated", "user_update_fail"),
    /** The confirmation of a registration is requested again. */
    CONFIRMATION_REQUEST("user_confirmation_request", "user_confirmation_request_fail"),
    /** A user signs in. */
    SIGN_IN("authn_login_success", "authn_login_fail"),
    /** A one-time code or a sign-in link is requested. */
    CODE_REQUEST("authn_code_request", "authn_code_request_fail"),
    /** A code for a purpose that the host declared is requested. */
    PURPOSE_CODE_REQUEST("purpose_code_request", "purpose_code_request_fail"),
    /** A code for a purpose that the host declared is verified. */
    PURPOSE_CODE("purpose_code_success", "purpose_code_fail"),
    /** A signed-in user authenticates again. */
    STEP_UP("authn_step_up_success", "authn_step_up_fail"),
    /** A link to set a new password is requested. */
    RESET_REQUEST("authn_password_reset_request", "authn_password_reset_request_fail"),
    /** A new password is set, with the present one or with a link. */
    PASSWORD_CHANGE("authn_password_change", "authn_password_change_fail"),
    /** A refresh token is exchanged. */
    REFRESH("session_renewed", "session_use_after_expire"),
    /** One or more sessions are ended by their owner. */
    SESSION_END("session_expired", "session_end_fail"),
    /** A session switches to another profile. */
    PROFILE_SWITCH("privilege_permissions_changed", "authz_fail"),
    /** An owner changes the own account. */
    ACCOUNT_CHANGE("user_updated", "user_update_fail"),
    /** A new address or number is verified. */
    IDENTIFIER_CHANGE("user_updated", "user_update_fail"),
    /** A profile is added, changed or deleted. */
    PROFILE_CHANGE("user_updated", "user_update_fail"),
    /** An owner deletes the own account. */
    DELETION("user_deleted", "user_delete_fail"),
    /** An owner exports the stored data of the own account. */
    OWN_DATA_EXPORT("user_data_export", "user_data_export_fail"),
    /** An administrator opens an account. */
    ADMINISTRATOR("user_created", "authz_admin_fail"),
    /**
     * A sign-in or link with an account at another site is started or prechecked, or a browser returns from the
     * provider.
     */
    SOCIAL_REQUEST("authn_social_request", "authn_social_request_fail"),
    /** A provider sends an event about one of its accounts. */
    SOCIAL_EVENT("authn_provider_event", "authn_provider_event_fail"),
    /** A second factor is added, removed, renamed or reset, or an account at another site is linked or unlinked. */
    FACTOR_CHANGE("authn_factor_change", "authn_factor_change_fail"),
    /** An API key is created, renamed, rotated or revoked. */
    API_KEY_CHANGE("authn_token_change", "authn_token_change_fail"),
    /** An administrator exports accounts; each page of an export is one operation. */
    ACCOUNT_EXPORT("data_export", "data_export_fail"),
    /** An administrator changes an account: role, verification, disabling, deletion or sessions. */
    ACCOUNT_STATUS("user_updated", "authz_admin_fail");

    private final String done;
    private final String refused;

    Operation(String done, String refused) {
        this.done = done;
        this.refused = refused;
    }

    /** {@return the name of the event of its success} */
    public String done() {
        return done;
    }

    /** {@return the name of the event of its refusal} */
    public String refused() {
        return refused;
    }
}
