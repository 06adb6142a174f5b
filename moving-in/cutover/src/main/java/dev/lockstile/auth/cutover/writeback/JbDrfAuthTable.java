package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The user of jb-drf-auth, with the names in the default profile. */
final class JbDrfAuthTable extends LegacyTable {

    private final String profiles;

    JbDrfAuthTable(String app) {
        super(app + "_user");
        this.profiles = app + "_profile";
    }

    @Override
    String modified() {
        return "modified";
    }

    @Override
    String deleted() {
        return "deleted";
    }

    @Override
    Set<String> credentials() {
        return Set.of("username", "email", "phone", "password");
    }

    @Override
    List<String> watched() {
        return List.of("username", "email", "phone", "is_verified", "is_active", "password", "deleted");
    }

    @Override
    Map<String, @Nullable Object> changed(UserState person, Map<String, @Nullable String> there) {
        Map<String, @Nullable Object> row = columns();
        if (person.changes().contains(UserState.Change.IDENTITY) && !person.isDeleted()) {
            put(row, "username", person.owned(IdentifierKind.USERNAME));
            put(row, "email", person.owned(IdentifierKind.EMAIL));
            put(row, "phone", person.owned(IdentifierKind.PHONE));
            put(row, "is_verified", person.isProven() ? true : null);
        }
        if (person.changes().contains(UserState.Change.PASSWORD)) {
            row.put("password", HashDialect.DJANGO.of(person.passwordHash(), seed(person)));
        }
        if (person.changes().contains(UserState.Change.STATUS)) {
            row.put("is_active", !person.isClosed());
            row.put("deleted", person.isDeleted() ? at(person) : null);
        }
        if (person.isDeleted()) {
            row.put("password", HashDialect.DJANGO.of(null, seed(person)));
        }
        row.put("modified", at(person));
        return row;
    }

    @Override
    Map<String, @Nullable Object> fresh(UserState person) {
        Map<String, @Nullable Object> row = columns();
        row.put("username", DjangoTable.name(person));
        row.put("email", address(person));
        row.put("phone", person.owned(IdentifierKind.PHONE));
        row.put("is_verified", true);
        row.put("password", HashDialect.DJANGO.of(person.passwordHash(), seed(person)));
        row.put("is_active", true);
        row.put("is_staff", false);
        row.put("is_superuser", false);
        row.put("date_joined", at(person));
        row.put("deleted_by_cascade", false);
        row.put("created", at(person));
        row.put("modified", at(person));
        row.put("settings", LegacyStatements.EMPTY_JSON);
        return row;
    }

    @Override
    @Nullable
    SideRow beside(UserState person) {
        if (person.isDeleted() || !person.changes().contains(UserState.Change.IDENTITY)) {
            return null;
        }
        return new SideRow(profiles, "user_id", person.legacyProfileId(), names(person), freshProfile(person));
    }

    private static Map<String, @Nullable Object> names(UserState person) {
        Person who = person.person();
        Map<String, @Nullable Object> names = columns();
        put(names, "first_name", who.firstName());
        put(names, "last_name_1", who.lastName1());
        put(names, "last_name_2", who.lastName2());
        put(names, "birthday", who.birthday());
        put(names, "gender", who.gender());
        names.put("modified", at(person));
        return names;
    }

    private static Map<String, @Nullable Object> freshProfile(UserState person) {
        Map<String, @Nullable Object> fresh = names(person);
        for (String name : List.of("first_name", "last_name_1", "last_name_2", "birthday", "gender")) {
            fresh.putIfAbsent(name, null);
        }
        fresh.put("is_default", true);
        fresh.put("is_active", true);
        fresh.put("role", "USER");
        fresh.put("label", "");
        fresh.put("deleted_by_cascade", false);
        fresh.put("created", at(person));
        fresh.put("settings", LegacyStatements.EMPTY_JSON);
        return fresh;
    }

    /** That system invents an address for those who have none, since the column may not be empty. */
    private static String address(UserState person) {
        String email = person.owned(IdentifierKind.EMAIL);
        return email != null
                ? email
                : "phone_" + orEmpty(person.owned(IdentifierKind.PHONE)).replaceAll("\\D", "") + "@otp.local";
    }

    private static OffsetDateTime at(UserState person) {
        return person.changedAt().atOffset(ZoneOffset.UTC);
    }
}
