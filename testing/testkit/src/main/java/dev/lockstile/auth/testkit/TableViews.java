package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.store.imports.SourceRowStore.ArchivedSourceRow;
import java.util.List;

/** All tables as one transaction sees them. */
final class TableViews {

    final TableView<UserRow> users;
    final TableView<ProfileRow> profiles;
    final TableView<DeviceRow> devices;
    final TableView<CodeRow> codes;
    final TableView<SessionRow> sessions;
    final TableView<OutboxRow> outbox;
    final TableView<LoggedMessage> messageLog;
    final TableView<ThrottleRow> throttles;
    final TableView<SocialRow> socials;
    final TableView<LegacyLinkRow> legacy;
    final TableView<TotpRow> totps;
    final TableView<PasskeyRow> passkeys;
    final TableView<RecoveryCodeRow> recoveryCodes;
    final TableView<TrustedBrowserRow> browsers;
    final TableView<ApiKeyRow> apiKeys;
    final TableView<FormerPasswordRow> formerPasswords;
    final TableView<AuthChallenge> challenges;
    final TableView<ImportRow> imports;
    final TableView<ChunkRow> chunks;
    final TableView<QuarantineRow> held;
    final TableView<BeforeImageRow> images;
    final TableView<ArchivedSourceRow> keptRows;
    final TableView<HostColumnsRow> hostColumns;

    TableViews(Tables tables, boolean writable) {
        users = tables.users.open(writable);
        profiles = tables.profiles.open(writable);
        devices = tables.devices.open(writable);
        codes = tables.codes.open(writable);
        sessions = tables.sessions.open(writable);
        outbox = tables.outbox.open(writable);
        messageLog = tables.messageLog.open(writable);
        throttles = tables.throttles.open(writable);
        socials = tables.socials.open(writable);
        legacy = tables.legacy.open(writable);
        totps = tables.totps.open(writable);
        passkeys = tables.passkeys.open(writable);
        recoveryCodes = tables.recoveryCodes.open(writable);
        browsers = tables.browsers.open(writable);
        apiKeys = tables.apiKeys.open(writable);
        formerPasswords = tables.formerPasswords.open(writable);
        challenges = tables.challenges.open(writable);
        imports = tables.imports.open(writable);
        chunks = tables.chunks.open(writable);
        held = tables.held.open(writable);
        images = tables.images.open(writable);
        keptRows = tables.keptRows.open(writable);
        hostColumns = tables.hostColumns.open(writable);
    }

    /** Whether rows may be written from now on; tells what held before. */
    boolean makeWritable(boolean writable) {
        boolean before = users.makeWritable(writable);
        all().forEach(view -> view.makeWritable(writable));
        return before;
    }

    /** Brings all tables back to how they are seen now. */
    Runnable savepoint() {
        List<Runnable> undo = all().stream().map(TableView::savepoint).toList();
        return () -> undo.forEach(Runnable::run);
    }

    void commit() {
        all().forEach(TableView::commit);
    }

    void close() {
        all().forEach(TableView::close);
    }

    private List<TableView<?>> all() {
        return List.of(
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
}
