package dev.lockstile.auth.jpa.internal.admin;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.model.IdentifierKeys;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.Person;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the keys out of a list of users, the proofs that were given for other values than the ones shown, and
 * disablings whose time is over; joins the names of the default profile.
 */
record UserCheck(IdentifierRules rules) {

    static final String EMAIL_KEY = "emailKey";
    static final String PHONE_KEY = "phoneKey";

    /** Attributes of the default profile. */
    static final List<String> NAMES = List.of("firstName", "lastName1", "lastName2");

    private static final String NAME = "name";
    private static final List<String> HIDDEN =
            Stream.concat(Stream.of(EMAIL_KEY, PHONE_KEY), NAMES.stream()).toList();

    AdminLists.Page checked(AdminLists.Page page, @Nullable Instant at) {
        return new AdminLists.Page(
                Stream.concat(page.columns().stream().filter(name -> !HIDDEN.contains(name)), Stream.of(NAME))
                        .toList(),
                page.rows().stream().map(row -> checked(row, at)).toList(),
                page.next());
    }

    private Map<String, @Nullable Object> checked(Map<String, @Nullable Object> row, @Nullable Instant at) {
        IdentifierStates stored = new IdentifierStates(
                identifierState(row, "email"), identifierState(row, "phone"), IdentifierState.NONE);
        IdentifierStates known =
                rules.checked(stored, new IdentifierKeys(text(row, EMAIL_KEY), text(row, PHONE_KEY), null));
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(row);
        shown.keySet().removeAll(HIDDEN);
        Person person =
                new Person(text(row, NAMES.get(0)), text(row, NAMES.get(1)), text(row, NAMES.get(2)), null, null);
        shown.put(NAME, person.fullName().isEmpty() ? null : person.fullName());
        if (row.get("deletedAt") == null) { // who is deleted owns nothing, but had proven it
            shown.put("emailVerifiedAt", known.email().verifiedAt());
            shown.put("phoneVerifiedAt", known.phone().verifiedAt());
        }
        if (at != null && row.get("disabledUntil") instanceof Instant until && !until.isAfter(at)) {
            shown.put("active", true);
            shown.put("disabledUntil", null);
        }
        return shown;
    }

    private static IdentifierState identifierState(Map<String, @Nullable Object> row, String name) {
        String value = text(row, name);
        boolean owned = text(row, name + "Key") != null;
        return new IdentifierState(value, owned, row.get(name + "VerifiedAt") instanceof Instant at ? at : null);
    }

    private static @Nullable String text(Map<String, @Nullable Object> row, String name) {
        return row.get(name) instanceof String text ? text : null;
    }
}
