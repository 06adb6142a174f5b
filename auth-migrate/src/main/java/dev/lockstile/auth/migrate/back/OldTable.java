package dev.lockstile.auth.migrate.back;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which columns of an old table of people say what. */
public abstract sealed class OldTable permits DjangoTable, JbDrfAuthTable, FuUsersTable {

    private final String name;

    OldTable(String name) {
        this.name = name;
    }

    /** Django's own {@code auth_user}. Its {@code argon2-cffi} reads the hashes that are set here. */
    public static OldTable django() {
        return new DjangoTable();
    }

    /**
     * The tables of jb-drf-auth.
     *
     * @param app the label of the Django app, such as {@code authentication}
     */
    public static OldTable jbDrfAuth(String app) {
        if (!app.matches("[a-z][a-z0-9_]{0,39}")) {
            throw new IllegalArgumentException("not the label of an app: " + app);
        }
        return new JbDrfAuthTable(app);
    }

    /**
     * The table {@code fu_users} of fastapi-users. There is none for an application's own {@code users} beside it, whose
     * passlib knows bcrypt alone and could read no password that is set here.
     */
    public static OldTable fuUsers() {
        return new FuUsersTable();
    }

    final String name() {
        return name;
    }

    /** What the ledger calls its rows. */
    String entity() {
        return "users";
    }

    Set<String> otherPeople() {
        return Set.of();
    }

    /** The column of the address; compared without its letter case. */
    final String email() {
        return "email";
    }

    /** When the row was changed last; null where the table does not tell. */
    @Nullable
    String modified() {
        return null;
    }

    /** The time of deletion; null where a deleted person is just disabled. */
    @Nullable
    String deleted() {
        return null;
    }

    /** The columns that are written, by which a change over there is noticed. */
    abstract List<String> watched();

    /** What a change writes; empty when the table has no column for it. */
    abstract Map<String, @Nullable Object> changed(PersonState person);

    /** A new row. */
    abstract Map<String, @Nullable Object> fresh(PersonState person);

    /** Rows beside that of the person, such as a profile. */
    List<SideRow> beside(PersonState person) {
        return List.of();
    }

    /** A row that refers to the person by {@code owner}; the one where {@code only} holds is changed, or one is added. */
    record SideRow(
            String table,
            String owner,
            String only,
            Map<String, @Nullable Object> values,
            Map<String, @Nullable Object> onlyFresh) {}

    /** What closes the account there, and nothing else. */
    final Map<String, @Nullable Object> closing(PersonState person) {
        PersonState closed = new PersonState(
                person.user(),
                person.number(),
                person.changedAt(),
                person.legacyId(),
                Set.of(Change.STANDING),
                person.account());
        return changed(closed);
    }

    static String seed(PersonState person) {
        return person.user() + "|" + person.changedAt();
    }

    static Map<String, @Nullable Object> columns() {
        return new LinkedHashMap<>();
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
