package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.model.IdentifierKind;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Django's stock table: names in the row, an address that may be empty, a user name that may not. */
final class DjangoTable extends LegacyTable {

    DjangoTable() {
        super("auth_user");
    }

    @Override
    Set<String> credentials() {
        return Set.of("username", "email", "password");
    }

    @Override
    List<String> watched() {
        return List.of("username", "email", "first_name", "last_name", "is_active", "password");
    }

    @Override
    Map<String, @Nullable Object> changed(UserState person, Map<String, @Nullable String> there) {
        Map<String, @Nullable Object> row = columns();
        if (person.changes().contains(UserState.Change.IDENTITY) && !person.isDeleted()) {
            put(row, "username", person.owned(IdentifierKind.USERNAME));
            put(row, "email", person.owned(IdentifierKind.EMAIL));
            put(row, "first_name", person.person().firstName());
            put(row, "last_name", lastName(person));
        }
        if (person.changes().contains(UserState.Change.PASSWORD)) {
            row.put("password", HashDialect.DJANGO.of(person.passwordHash(), seed(person)));
        }
        if (person.changes().contains(UserState.Change.STATUS)) {
            row.put("is_active", !person.isClosed());
        }
        if (person.isDeleted()) {
            row.put("is_active", false);
            row.put("password", HashDialect.DJANGO.of(null, seed(person)));
        }
        return row;
    }

    @Override
    Map<String, @Nullable Object> fresh(UserState person) {
        Map<String, @Nullable Object> row = columns();
        row.put("username", name(person));
        row.put("email", orEmpty(person.owned(IdentifierKind.EMAIL)));
        row.put("first_name", orEmpty(person.person().firstName()));
        row.put("last_name", lastName(person));
        row.put("password", HashDialect.DJANGO.of(person.passwordHash(), seed(person)));
        row.put("is_active", true);
        row.put("is_staff", false);
        row.put("is_superuser", false);
        row.put("date_joined", person.changedAt().atOffset(ZoneOffset.UTC));
        return row;
    }

    /** The name by which Django knows the person: never empty there. */
    static String name(UserState person) {
        for (IdentifierKind kind : List.of(IdentifierKind.USERNAME, IdentifierKind.EMAIL, IdentifierKind.PHONE)) {
            String name = person.owned(kind);
            if (name != null) {
                return name;
            }
        }
        throw new IllegalStateException("a proven person owns a name");
    }

    private static String lastName(UserState person) {
        return (orEmpty(person.person().lastName1()) + " "
                        + orEmpty(person.person().lastName2()))
                .strip();
    }
}
