package dev.lockstile.auth.schema.takeover;

import java.util.List;
import java.util.Map;

/**
 * What an attribute is called in other systems.
 *
 * @param names of columns that mean the same, the likeliest first
 * @param shared true when both applications may use the same column: what this library writes there the other one
 *     understands, nothing is written at a mere sign-in, and what is written there gives no right here
 */
record KnownColumn(List<String> names, boolean shared) {

    private static final Map<String, KnownColumn> ANY = Map.ofEntries(
            Map.entry("createdAt", shared("created_at", "created", "date_created", "date_joined", "created_on")),
            Map.entry("modifiedAt", shared("modified_at", "modified", "updated_at", "updated", "last_modified")),
            Map.entry("deletedAt", shared("deleted_at", "deleted", "is_deleted")),
            Map.entry("deletedByCascade", shared("deleted_by_cascade")),
            Map.entry("email", shared("email", "mail", "email_address", "mail_address", "user_email")),
            Map.entry("phone", shared("phone", "phone_number", "mobile")),
            Map.entry("username", shared("username", "user_name", "login", "user_login")),
            Map.entry("active", shared("is_active", "active", "enabled")),
            Map.entry("staff", own()),
            Map.entry("superuser", own()),
            Map.entry("disabledUntil", own()),
            Map.entry("role", own()),
            Map.entry(
                    "joinedAt",
                    shared("joined_at", "date_joined", "registered_at", "created_at", "created", "user_registered")),
            Map.entry("lastLoginAt", own("last_login_at", "last_login")),
            Map.entry("termsAcceptedAt", own("terms_accepted_at", "terms_and_conditions")),
            Map.entry("admittedAt", own()),
            Map.entry("passwordHash", own()),
            Map.entry("settings", own("settings")),
            Map.entry("isDefault", own("is_default")),
            Map.entry("emailVerified", own("email_verified")),
            Map.entry("birthday", shared("birthday", "date_of_birth")));

    private static final KnownColumn NONE = new KnownColumn(List.of(), true);

    /** Of what a sign-in or a repair writes, a user's times among them, each application has its own column. */
    static KnownColumn of(ModelPart part, String attribute, String column) {
        KnownColumn known = ANY.getOrDefault(attribute, NONE);
        if (part == ModelPart.USER && attribute.equals("modifiedAt")) {
            return new KnownColumn(known.names(), false);
        }
        return known.equals(NONE) ? shared(column) : known;
    }

    private static KnownColumn shared(String... names) {
        return new KnownColumn(List.of(names), true);
    }

    private static KnownColumn own(String... names) {
        return new KnownColumn(List.of(names), false);
    }
}
