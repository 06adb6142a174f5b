package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.store.imports.SourceRowStore.ArchivedSourceRow;
import java.util.List;
import java.util.stream.Stream;

/** All tables of a store, with the columns by which rows are found. */
final class Tables {

    static final Column<UserRow> EMAIL_KEY = Column.unique("email_key", user -> user.key(IdentifierKind.EMAIL));
    static final Column<UserRow> PHONE_KEY = Column.unique("phone_key", user -> user.key(IdentifierKind.PHONE));
    static final Column<UserRow> USERNAME_KEY =
            Column.unique("username_key", user -> user.key(IdentifierKind.USERNAME));
    static final Column<ProfileRow> PROFILE_USER =
            Column.plain("user_id", row -> row.info().user());
    static final Column<DeviceRow> DEVICE_USER = Column.plain("user_id", DeviceRow::user);
    static final Column<DeviceRow> DEVICE_PUSH =
            Column.plain("notification_token", row -> row.info().notificationToken());
    static final Column<DeviceRow> DEVICE_TOKEN =
            Column.plain("token", row -> row.info().token());
    static final Column<CodeRow> CHALLENGE_ID =
            Column.unique("challenge_id", row -> row.binding().challengeId());
    static final Column<CodeRow> LIVE_KEY = Column.unique("live_key", CodeRow::liveKey);
    static final Column<CodeRow> CODE_TARGET = Column.plain("recipient_key", CodeRow::target);
    static final Column<CodeRow> CODE_RECIPIENT =
            Column.plain("recipient", row -> row.binding().recipientKey());
    static final Column<CodeRow> CODE_USER =
            Column.plain("user_ref", row -> row.binding().user());
    static final Column<SessionRow> SESSION_ID =
            Column.unique("session_id", row -> row.state().id());
    static final Column<SessionRow> SESSION_USER = Column.plain("user_id", SessionRow::user);
    static final Column<OutboxRow> MESSAGE_ID =
            Column.unique("id", row -> row.message().id());
    static final Column<ThrottleRow> BUCKET = Column.unique("bucket", ThrottleRow::bucket);
    static final Column<SocialRow> SOCIAL_ID = Column.unique("provider_user_id", SocialRow::uniqueKey);
    static final Column<SocialRow> SOCIAL_USER = Column.plain("user_id", SocialRow::user);
    static final Column<LegacyLinkRow> LINK_KEY = Column.unique("link_key", LegacyLinkRow::linkKey);
    static final Column<LegacyLinkRow> LINK_RUN =
            Column.plain("run_id", row -> row.entry().origin().runId());
    static final Column<LegacyLinkRow> LINK_REF =
            Column.plain("local_ref", row -> row.entry().localRef());

    static final Column<TotpRow> TOTP_ID =
            Column.unique("enrolment_id", row -> row.state().enrolmentId());
    static final Column<TotpRow> TOTP_LIVE = Column.unique("live_key", TotpRow::liveKey);
    static final Column<TotpRow> TOTP_USER = Column.plain("user_id", TotpRow::user);
    static final Column<PasskeyRow> PASSKEY_ID =
            Column.unique("passkey_id", row -> row.state().passkeyId());
    static final Column<PasskeyRow> PASSKEY_CREDENTIAL =
            Column.unique("credential_key", row -> row.state().key().credentialId());
    static final Column<PasskeyRow> PASSKEY_USER = Column.plain("user_id", PasskeyRow::user);
    static final Column<RecoveryCodeRow> RECOVERY_DIGEST = Column.unique("code_digest", RecoveryCodeRow::digest);
    static final Column<RecoveryCodeRow> RECOVERY_USER = Column.plain("user_id", RecoveryCodeRow::user);
    static final Column<TrustedBrowserRow> BROWSER_ID =
            Column.unique("browser_id", row -> row.state().browserId());
    static final Column<TrustedBrowserRow> BROWSER_TOKEN = Column.unique("token_digest", TrustedBrowserRow::digest);
    static final Column<TrustedBrowserRow> BROWSER_USER = Column.plain("user_id", TrustedBrowserRow::user);
    static final Column<ApiKeyRow> API_KEY_ID =
            Column.unique("key_id", row -> row.state().keyId());
    static final Column<ApiKeyRow> API_KEY_USER = Column.plain("user_id", ApiKeyRow::user);
    static final Column<FormerPasswordRow> FORMER_USER = Column.plain("user_id", FormerPasswordRow::user);
    static final Column<AuthChallenge> CHALLENGE_DIGEST = Column.unique("challenge_digest", AuthChallenge::digest);
    static final Column<AuthChallenge> CHALLENGE_USER =
            Column.plain("user_ref", row -> row.binding().user());

    static final Column<ImportRow> IMPORT_ID =
            Column.unique("run_id", row -> row.run().runId());
    static final Column<ChunkRow> CHUNK_ID = Column.unique("chunk", ChunkRow::id);
    static final Column<ChunkRow> CHUNK_RUN = Column.plain("run_id", ChunkRow::runId);
    static final Column<QuarantineRow> HELD_RUN = Column.plain("run_id", QuarantineRow::runId);
    static final Column<BeforeImageRow> IMAGE_ID = Column.unique("image", BeforeImageRow::id);
    static final Column<BeforeImageRow> IMAGE_RUN = Column.plain("run_id", BeforeImageRow::runId);

    static final Column<ArchivedSourceRow> KEPT_KEY = Column.unique("kept", ArchivedSourceRow::linkKey);

    static final Column<HostColumnsRow> COLUMNS_OWNER = Column.unique("owner", HostColumnsRow::owner);

    final Table<UserRow> users = new Table<>("users", EMAIL_KEY, PHONE_KEY, USERNAME_KEY);
    final Table<ProfileRow> profiles = new Table<>("profiles", PROFILE_USER);
    final Table<DeviceRow> devices = new Table<>("devices", DEVICE_USER, DEVICE_TOKEN, DEVICE_PUSH);
    final Table<CodeRow> codes = new Table<>("codes", CHALLENGE_ID, LIVE_KEY, CODE_TARGET, CODE_RECIPIENT, CODE_USER);
    final Table<SessionRow> sessions = new Table<>("sessions", SESSION_ID, SESSION_USER);
    final Table<OutboxRow> outbox = new Table<>("outbox", MESSAGE_ID);
    final Table<LoggedMessage> messageLog = new Table<>("message_log");
    final Table<ThrottleRow> throttles = new Table<>("throttles", BUCKET);
    final Table<SocialRow> socials = new Table<>("socials", SOCIAL_ID, SOCIAL_USER);
    final Table<LegacyLinkRow> legacy = new Table<>("legacy", LINK_KEY, LINK_RUN, LINK_REF);

    final Table<TotpRow> totps = new Table<>("totps", TOTP_ID, TOTP_LIVE, TOTP_USER);
    final Table<PasskeyRow> passkeys = new Table<>("passkeys", PASSKEY_ID, PASSKEY_CREDENTIAL, PASSKEY_USER);
    final Table<RecoveryCodeRow> recoveryCodes = new Table<>("recovery_codes", RECOVERY_DIGEST, RECOVERY_USER);
    final Table<TrustedBrowserRow> browsers = new Table<>("trusted_browsers", BROWSER_ID, BROWSER_TOKEN, BROWSER_USER);
    final Table<ApiKeyRow> apiKeys = new Table<>("api_keys", API_KEY_ID, API_KEY_USER);
    final Table<FormerPasswordRow> formerPasswords = new Table<>("former_passwords", FORMER_USER);
    final Table<AuthChallenge> challenges = new Table<>("challenges", CHALLENGE_DIGEST, CHALLENGE_USER);

    final Table<ImportRow> imports = new Table<>("imports", IMPORT_ID);
    final Table<ChunkRow> chunks = new Table<>("chunks", CHUNK_ID, CHUNK_RUN);
    final Table<QuarantineRow> held = new Table<>("held", HELD_RUN);
    final Table<BeforeImageRow> images = new Table<>("images", IMAGE_ID, IMAGE_RUN);
    final Table<ArchivedSourceRow> keptRows = new Table<>("kept_rows", KEPT_KEY);
    final Table<HostColumnsRow> hostColumns = new Table<>("host_columns", COLUMNS_OWNER);

    static Column<UserRow> keyOf(IdentifierKind kind) {
        return switch (kind) {
            case EMAIL -> EMAIL_KEY;
            case PHONE -> PHONE_KEY;
            case USERNAME -> USERNAME_KEY;
        };
    }

    Stream<Table<?>> all() {
        return Stream.of(
                users,
                profiles,
                devices,
                codes,
                sessions,
                outbox,
                messageLog,
                throttles,
                socials,
                legacy,
                totps,
                passkeys,
                recoveryCodes,
                browsers,
                apiKeys,
                formerPasswords,
                challenges,
                imports,
                chunks,
                held,
                images,
                keptRows,
                hostColumns);
    }

    /** The committed rows of a table, oldest first. */
    static <R> List<R> committed(Table<R> table) {
        return List.copyOf(table.committed().all().values());
    }
}
