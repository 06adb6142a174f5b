package dev.lockstile.auth.schema;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The tables of the schema, each with the name it has unless the host wants another. */
public enum AuthTable {
    /** Users. */
    USER("user", "auth_user"),
    /** Profiles of users. */
    PROFILE("profile", "auth_profile"),
    /** Devices of mobile clients. */
    DEVICE("device", "auth_device"),
    /** Accounts at other sites that users sign in with. */
    SOCIAL("social", "auth_social_account"),
    /** One-time codes and links, as keyed digests. */
    CODE("code", "auth_otp_code"),
    /** Sessions with their refresh tokens, as keyed digests. */
    SESSION("session", "auth_session"),
    /** Text messages that were sent, without their secrets. */
    SMS_LOG("sms_log", "auth_sms_log"),
    /** E-mails that were sent, without their secrets. */
    EMAIL_LOG("email_log", "auth_email_log"),
    /** Events, for hosts that write them into a table. */
    EVENT("event", "auth_event"),
    /** The ledger of an import: which old row became which row here. */
    LEGACY_LINK("legacy_link", "auth_legacy_link"),
    /** Runs of imports. */
    IMPORT_RUN("import_run", "auth_import_run"),
    /** Batches of a run that are done, by which a run goes on. */
    IMPORT_CHUNK("import_chunk", "auth_import_chunk"),
    /** Rows in quarantine. */
    IMPORT_HELD("import_held", "auth_import_held"),
    /** What rows were like before an import changed them, for a rollback. */
    IMPORT_BEFORE("import_before", "auth_import_before"),
    /** Rows of former systems as they came, for hosts that want them kept. */
    IMPORT_SOURCE("import_source", "auth_import_source"),
    /** Authenticator applications. */
    TOTP("totp", "auth_totp"),
    /** Passkeys. */
    PASSKEY("passkey", "auth_passkey"),
    /** Recovery codes. */
    RECOVERY_CODE("recovery_code", "auth_recovery_code"),
    /** Browsers that need not show the second factor. */
    TRUSTED_BROWSER("trusted_browser", "auth_trusted_browser"),
    /** API keys, as keyed digests. */
    API_KEY("api_key", "auth_api_key"),
    /** Hashes of passwords that were replaced. */
    FORMER_PASSWORD("former_password", "auth_former_password"),
    /** Sign-ins between their two factors. */
    CHALLENGE("challenge", "auth_challenge"),
    /** Messages on their way out. */
    OUTBOX("outbox", "auth_outbox"),
    /** Counters of attempts and of sent messages. */
    THROTTLE("throttle", "auth_throttle"),
    /** Entries of the audit trail; its end lies in the table of the same name with {@code _head}. */
    AUDIT("audit", "auth_audit");

    /** The tables that every host uses. */
    static final Set<AuthTable> REQUIRED = Set.of(USER, PROFILE, CODE, SESSION, OUTBOX, THROTTLE);

    /** The tables that an import writes beside the ledger. */
    static final Set<AuthTable> IMPORTS = Set.of(IMPORT_RUN, IMPORT_CHUNK, IMPORT_HELD, IMPORT_BEFORE, IMPORT_SOURCE);

    private final String key;
    private final String defaultName;

    AuthTable(String key, String defaultName) {
        this.key = key;
        this.defaultName = defaultName;
    }

    /**
     * {@return the table of a key}
     *
     * @param key as the changelog parameter of its name ends, such as {@code passkey}
     * @throws IllegalArgumentException when no table has that key
     */
    public static AuthTable of(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no table of the schema has the key " + key));
    }

    /** The table of a key; empty when no table has it. */
    static Optional<AuthTable> find(String key) {
        return Arrays.stream(values()).filter(table -> table.key.equals(key)).findFirst();
    }

    /** {@return the name of the table unless the host wants another} */
    public String defaultName() {
        return defaultName;
    }

    /** {@return the changelog parameter that holds the name, for hosts that set it in a changelog of their own} */
    public String parameter() {
        return "auth.table." + key;
    }
}
