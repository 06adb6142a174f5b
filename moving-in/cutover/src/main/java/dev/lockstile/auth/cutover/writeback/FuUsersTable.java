package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.model.IdentifierKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The separate table of fastapi-users: an address, a hash and three flags. */
final class FuUsersTable extends LegacyTable {

    FuUsersTable() {
        super("fu_users");
    }

    @Override
    String entity() {
        return "fu_users";
    }

    @Override
    Set<String> otherPeople() {
        return Set.of("users");
    }

    @Override
    List<String> rights() {
        return List.of("is_superuser");
    }

    @Override
    Set<String> credentials() {
        return Set.of("email", "hashed_password");
    }

    @Override
    List<String> watched() {
        return List.of("email", "hashed_password", "is_active", "is_verified");
    }

    @Override
    Map<String, @Nullable Object> changed(UserState person, Map<String, @Nullable String> there) {
        Map<String, @Nullable Object> row = columns();
        String email = person.owned(IdentifierKind.EMAIL);
        if (person.changes().contains(UserState.Change.IDENTITY) && !person.isDeleted() && email != null) {
            row.put("email", email);
            if (!email.equalsIgnoreCase(orEmpty(there.get("email")).strip())) {
                // of the address that came from there, an import believes more than is said there
                row.put("is_verified", person.hasProven(IdentifierKind.EMAIL));
            }
        }
        if (person.changes().contains(UserState.Change.PASSWORD)) {
            row.put("hashed_password", HashDialect.FASTAPI_USERS.of(person.passwordHash(), seed(person)));
        }
        if (person.changes().contains(UserState.Change.STATUS)) {
            row.put("is_active", !person.isClosed());
        }
        if (person.isDeleted()) {
            row.put("is_active", false);
            row.put("hashed_password", HashDialect.FASTAPI_USERS.of(null, seed(person)));
        }
        return row;
    }

    @Override
    Map<String, @Nullable Object> fresh(UserState person) {
        Map<String, @Nullable Object> row = columns();
        row.put("email", person.owned(IdentifierKind.EMAIL));
        row.put("hashed_password", HashDialect.FASTAPI_USERS.of(person.passwordHash(), seed(person)));
        row.put("is_active", true);
        row.put("is_superuser", false);
        row.put("is_verified", person.hasProven(IdentifierKind.EMAIL));
        return row;
    }
}
