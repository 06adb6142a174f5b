package dev.lockstile.auth.schema;

/** The tables of the schema, each with the name it has unless the host wants another. */
public enum AuthTable {
    USER("user", "auth_user"),
    PROFILE("profile", "auth_profile"),
    DEVICE("device", "auth_device"),
    SOCIAL("social", "auth_social_account"),
    CODE("code", "auth_otp_code"),
    SESSION("session", "auth_session"),
    SMS_LOG("sms_log", "auth_sms_log"),
    EMAIL_LOG("email_log", "auth_email_log"),
    EVENT("event", "auth_event"),
    LEGACY_LINK("legacy_link", "auth_legacy_link"),
    IMPORT_RUN("import_run", "auth_import_run"),
    IMPORT_CHUNK("import_chunk", "auth_import_chunk"),
    IMPORT_HELD("import_held", "auth_import_held"),
    IMPORT_BEFORE("import_before", "auth_import_before"),
    /** Rows of former systems as they came, for hosts that want them kept. */
    IMPORT_SOURCE("import_source", "auth_import_source"),
    TOTP("totp", "auth_totp"),
    PASSKEY("passkey", "auth_passkey"),
    RECOVERY_CODE("recovery_code", "auth_recovery_code"),
    TRUSTED_BROWSER("trusted_browser", "auth_trusted_browser"),
    CHALLENGE("challenge", "auth_challenge"),
    OUTBOX("outbox", "auth_outbox"),
    THROTTLE("throttle", "auth_throttle"),
    /** Entries of the audit trail; its end lies in the table of the same name with {@code _head}. */
    AUDIT("audit", "auth_audit");

    private final String key;
    private final String defaultName;

    AuthTable(String key, String defaultName) {
        this.key = key;
        this.defaultName = defaultName;
    }

    /** The name of the table unless the host wants another. */
    public String defaultName() {
        return defaultName;
    }

    /** The changelog parameter that holds the name, for hosts that set it in a changelog of their own. */
    public String parameter() {
        return "auth.table." + key;
    }
}
