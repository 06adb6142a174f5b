package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.internal.people.UncopiedRows;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.password.ImportHints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The people in a jb-drf-auth project's tables. */
final class JbPersonSource implements PersonSource, PeopleTable {

    private static final String OWNER = "user_id";

    private final Source source;
    private final DjangoTables tables;
    private final JbRows rows;
    private final SourceTable users;
    private final Map<Entity, SourceTable> ownedRows = new LinkedHashMap<>();

    JbPersonSource(Source source, DjangoTables tables, Reading reading) {
        this.source = source;
        this.tables = tables;
        this.rows = new JbRows(reading);
        users = tables.require("user", JbColumns.USER);
        ownedRows.put(Entity.PROFILES, tables.require("profile", JbColumns.PROFILE));
        tables.find("device", JbColumns.DEVICE).ifPresent(table -> ownedRows.put(Entity.DEVICES, table));
        tables.find("socialaccount", JbColumns.SOCIAL).ifPresent(table -> ownedRows.put(Entity.SOCIAL_ACCOUNTS, table));
    }

    @Override
    public List<PeopleTable> tables() {
        return List.of(this);
    }

    @Override
    public Entity entity() {
        return Entity.USERS;
    }

    @Override
    public SourceTable rows() {
        return users;
    }

    @Override
    public long count() {
        return source.count(users.name());
    }

    @Override
    public List<UserDraft> users(@Nullable Object after, int limit) {
        return source.page(users, after, limit).stream().map(rows::user).toList();
    }

    @Override
    public List<PersonDraft> persons(List<UserDraft> page) {
        List<Object> keys = page.stream().map(user -> user.origin().key()).toList();
        Map<String, List<SourceRow>> profiles = byOwner(Entity.PROFILES, keys);
        Map<String, List<SourceRow>> devices = byOwner(Entity.DEVICES, keys);
        Map<String, List<SourceRow>> socials = byOwner(Entity.SOCIAL_ACCOUNTS, keys);
        return page.stream()
                .map(user -> new PersonDraft(
                        user,
                        drafts(profiles, user, rows::profile),
                        drafts(devices, user, rows::device),
                        drafts(socials, user, rows::social)))
                .toList();
    }

    @Override
    public List<Entity> ownedRows() {
        return List.copyOf(ownedRows.keySet());
    }

    @Override
    public List<Origin> orphans(Entity entity, @Nullable Object after, int limit) {
        SourceTable table = ownedRows.get(entity);
        if (table == null) {
            return List.of();
        }
        Source.Reference reference = new Source.Reference(table, OWNER, users);
        return source.orphans(reference, after, limit).stream()
                .map(row -> new Origin(entity, row.key(), row.fingerprint()))
                .toList();
    }

    @Override
    public List<UncopiedRows> uncopied() {
        List<UncopiedRows> left = new ArrayList<>();
        add(left, "groups", "not_imported", tables.countNamed("auth_group"));
        add(left, "group_permissions", "not_imported", tables.countNamed("auth_group_permissions"));
        add(left, "permissions", "not_imported", tables.countNamed("auth_permission"));
        add(left, "user_groups", "not_imported", tables.count("user_groups"));
        add(left, "user_permissions", "not_imported", tables.count("user_user_permissions"));
        add(left, "sms_logs", "logs_not_imported", tables.count("smslog"));
        add(left, "email_logs", "logs_not_imported", tables.count("emaillog"));
        tables.find("otpcode", JbColumns.CODE)
                .ifPresent(table -> left.addAll(new OpenCodes(source, table, rows::isOpenCode).uncopied()));
        return left;
    }

    @Override
    public Map<String, List<String>> columnsNotCarried() {
        return tables.columnsNotCarried();
    }

    /** The old library lets an address be changed without a proof, and the mark of verification stays. */
    @Override
    public boolean provesChanges() {
        return false;
    }

    @Override
    public ImportHints passwordHints() {
        return ImportHints.of("django").cutAt72();
    }

    private Map<String, List<SourceRow>> byOwner(Entity entity, List<Object> keys) {
        SourceTable table = ownedRows.get(entity);
        return table == null
                ? Map.of()
                : source.matching(table, OWNER, keys).stream()
                        .collect(Collectors.groupingBy(row -> String.valueOf(row.cell(OWNER))));
    }

    private static <D> List<D> drafts(
            Map<String, List<SourceRow>> found, UserDraft user, Function<SourceRow, D> reading) {
        return found.getOrDefault(user.origin().legacyId(), List.of()).stream()
                .map(reading)
                .toList();
    }

    private static void add(List<UncopiedRows> left, String entity, String reason, Optional<Long> rows) {
        rows.ifPresent(count -> left.add(new UncopiedRows(entity, count, reason)));
    }
}
