package dev.lockstile.auth.cutover.writeback;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which columns of an old table of people say what. */
public abstract sealed class LegacyTable permits DjangoTable, JbDrfAuthTable, FuUsersTable {

    private final String name;

    LegacyTable(String name) {
        this.name = name;
    }

    /** {@return Django's own {@code auth_user}} Its {@code argon2-cffi} reads the hashes that are set here. */
    public static LegacyTable django() {
        return new DjangoTable();
    }

    /**
     * {@return the tables of jb-drf-auth}
     *
     * @param app the label of the Django app, such as {@code authentication}
     */
    public static LegacyTable jbDrfAuth(String app) {
        if (!app.matches("[a-z][a-z0-9_]{0,39}")) {
            throw new IllegalArgumentException("not the label of an app: " + app);
        }
        return new JbDrfAuthTable(app);
    }

    /**
     * {@return the table {@code fu_users} of fastapi-users} There is none for an application's own {@code users} beside
     * it, whose passlib knows bcrypt alone and could read no password that is set here.
     */
    public static LegacyTable fuUsers() {
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

    /** The flags that give rights over there. */
    List<String> rights() {
        return List.of("is_staff", "is_superuser");
    }

    /** The columns by which a person signs in, or gets a new password. */
    abstract Set<String> credentials();

    /** The columns that are written, by which a change over there is noticed. */
    abstract List<String> watched();

    /**
     * What a change writes; empty when the table has no column for it. What is not known here, such as a name that the
     * import could not carry, is left as it is.
     *
     * @param there the watched columns as they are
     */
    abstract Map<String, @Nullable Object> changed(UserState person, Map<String, @Nullable String> there);

    /** A new row. */
    abstract Map<String, @Nullable Object> fresh(UserState person);

    /** The row beside that of the person, such as a profile; null when there is nothing to say. */
    @Nullable
    SideRow beside(UserState person) {
        return null;
    }

    /**
     * A row that refers to the person by {@code owner}.
     *
     * @param id null when this library knows of none; one is added for a person who has none at all there
     * @param values what a change writes
     * @param onlyFresh the whole of a new row
     */
    record SideRow(
            String table,
            String owner,
            @Nullable String id,
            Map<String, @Nullable Object> values,
            Map<String, @Nullable Object> onlyFresh) {}

    /** What is not known here stays there. */
    static void put(Map<String, @Nullable Object> row, String column, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            row.put(column, value);
        }
    }

    static String seed(UserState person) {
        return person.user() + "|" + person.changedAt();
    }

    static Map<String, @Nullable Object> columns() {
        return new LinkedHashMap<>();
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
