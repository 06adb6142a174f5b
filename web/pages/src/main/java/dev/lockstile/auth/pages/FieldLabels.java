package dev.lockstile.auth.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The labels of the fields of forms, in the order in which forms have them. */
final class FieldLabels {

    private static final List<Map.Entry<String, String>> KEYS = List.of(
            Map.entry("name", "wholeName"),
            Map.entry("first_name", "firstName"),
            Map.entry("last_name_1", "lastName1"),
            Map.entry("last_name_2", "lastName2"),
            Map.entry("birthday", "birthday"),
            Map.entry("label", "profile.label"),
            Map.entry("login", "signIn.login"),
            Map.entry("recipient", "invite.recipient"),
            Map.entry("role", "column.role"),
            Map.entry("email", "kind.email"),
            Map.entry("phone", "kind.phone"),
            Map.entry("old_password", "passwordOld"),
            Map.entry("password", "password"),
            Map.entry("new_password", "passwordNew"),
            Map.entry("new_password_confirm", "passwordAgain"),
            Map.entry("password_confirm", "passwordAgain"),
            Map.entry("code", "code.label"));
    private static final String OWN = "own_";

    private FieldLabels() {}

    /** Where the field stands among those known here; the host's own and check boxes stand last. */
    static int place(String field) {
        for (int i = 0; i < KEYS.size(); i++) {
            if (KEYS.get(i).getKey().equals(field)) {
                return i;
            }
        }
        return KEYS.size();
    }

    /** Empty for a field whose error says what it is about, such as the terms. */
    static Optional<String> of(String field, Texts texts) {
        if (field.startsWith(OWN)) {
            return Optional.of(texts.say("own." + field.substring(OWN.length())));
        }
        int place = place(field);
        return place < KEYS.size() ? Optional.of(texts.say(KEYS.get(place).getValue())) : Optional.empty();
    }
}
