package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.mapping.CellReader;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.mapping.UserBuilder;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.internal.people.UncopiedRows;
import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.mapping.Trust.Precedence;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.password.ImportHints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people in the tables of an application on fastapi-users. */
final class FastApiPersonSource implements PersonSource {

    private static final Set<String> READ = Set.of(
            "id",
            "username",
            "email",
            "hashed_password",
            "is_active",
            "role",
            "is_superuser",
            "is_verified",
            "created_at");
    private static final IdentifierColumns COLUMNS = new IdentifierColumns("email", null, null, "username");

    private final Source source;
    private final Tables tables;
    private final Reading reading;
    private final Map<String, List<String>> notCarried = new LinkedHashMap<>();

    /**
     * The tables by their names in the source.
     *
     * @param fuUsers null where there is none
     * @param users null where there is none
     */
    record Tables(@Nullable String fuUsers, @Nullable String users, List<String> sessions) {}

    FastApiPersonSource(Source source, Tables tables, Reading reading) {
        this.source = source;
        this.tables = tables;
        this.reading = reading;
    }

    @Override
    public List<PeopleTable> tables() {
        List<PeopleTable> all = new ArrayList<>();
        if (tables.fuUsers() != null) {
            SourceTable table = table(tables.fuUsers(), List.of("id", "email", "hashed_password"));
            all.add(new RowPeople(
                    source, table, Entity.people("fu_users"), row -> user(row, "fu_users", Precedence.MAIN)));
        }
        if (tables.users() != null) {
            SourceTable table = table(tables.users(), List.of("id"));
            Precedence precedence = tables.fuUsers() == null ? Precedence.MAIN : Precedence.FILLS;
            all.add(new RowPeople(source, table, Entity.USERS, row -> user(row, "users", precedence)));
        }
        return all;
    }

    @Override
    public List<UncopiedRows> uncopied() {
        return tables.sessions().stream()
                .map(table -> new UncopiedRows("user_sessions", source.count(table), "sessions_not_imported"))
                .toList();
    }

    @Override
    public Map<String, List<String>> columnsNotCarried() {
        return Map.copyOf(notCarried);
    }

    @Override
    public ImportHints passwordHints() {
        return ImportHints.of("bcrypt", "argon2", "passlib").cutAt72();
    }

    /** A database from before there was a mark of activity has active accounts only. */
    private UserDraft user(SourceRow source, String entity, Precedence precedence) {
        UserBuilder person = new UserBuilder(source, reading);
        CellReader row = person.row();
        IdentifierColumns columns = entity.equals("fu_users") ? COLUMNS.signingInByEmail() : COLUMNS;
        boolean verified = row.marked("is_verified");
        person.identifiers(columns, verified ? Proofs.ALL : Proofs.NONE)
                .password("hashed_password")
                .trust(Trust.always(verified))
                .precedence(precedence)
                .active(!row.has("is_active") || row.active("is_active"))
                .staff(false, row.flag("is_superuser"))
                .role(row.text("role", 30));
        if (row.has("created_at")) {
            person.createdAt("created_at");
        }
        return person.build(Entity.people(entity));
    }

    private SourceTable table(String name, List<String> required) {
        Map<String, String> there = new LinkedHashMap<>();
        source.columns(name).forEach(column -> there.put(column.toLowerCase(Locale.ROOT), column));
        List<String> absent =
                required.stream().filter(column -> !there.containsKey(column)).toList();
        if (!absent.isEmpty()) {
            throw new SourceUnusableException("table " + name + " of " + source.description() + " lacks the columns "
                    + absent + "; it has " + there.keySet());
        }
        List<String> others =
                there.keySet().stream().filter(column -> !isRead(column)).toList();
        if (!others.isEmpty()) {
            notCarried.put(name, others);
        }
        List<String> read = there.keySet().stream()
                .filter(FastApiPersonSource::isRead)
                .map(column -> there.getOrDefault(column, column))
                .toList();
        return new SourceTable(name, there.getOrDefault("id", "id"), read);
    }

    private static boolean isRead(String column) {
        return READ.contains(column);
    }
}
