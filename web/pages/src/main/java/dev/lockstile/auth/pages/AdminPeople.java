package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.PhoneNumbers;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.token.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Users as people: by what they are known, what state they are in, and when they came. */
record AdminPeople(Texts texts) {

    /** The common one, the small one and the wide one. */
    private static final String AT_SIGNS = "@\ufe6b\uff20";

    private static final int DIGITS_OF_NUMBER = 5;

    Map<String, @Nullable Object> person(Map<String, @Nullable Object> row) {
        return person(row, false);
    }

    /** @param program true for a program's account, which has no address or number to prove */
    Map<String, @Nullable Object> person(Map<String, @Nullable Object> row, boolean program) {
        String name = title(row);
        Map<String, @Nullable Object> person = new HashMap<>();
        person.put("id", String.valueOf(row.get("id")));
        person.put("name", PhoneNumbers.grouped(name));
        person.put("initials", Who.initials(name));
        person.put(
                "also",
                Stream.of("email", "phone", "username")
                        .map(row::get)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .filter(text -> !text.isEmpty() && !text.equals(name))
                        .map(PhoneNumbers::grouped)
                        .toList());
        person.put("chips", chips(row, program));
        return person;
    }

    /** The same in a list of people and programs, where a chip tells the latter. */
    Map<String, @Nullable Object> listed(Map<String, @Nullable Object> row, boolean program) {
        Map<String, @Nullable Object> person = person(row, program);
        List<Map<String, String>> chips = chips(row, program);
        chip(chips, program, "program", "");
        person.put("chips", chips);
        return person;
    }

    /**
     * The name of the default profile, else an identifier, else the key. Owners choose their names: one that reads like
     * an address or a number could be taken for that of another account.
     */
    static String title(Map<String, @Nullable Object> row) {
        return row.get("name") instanceof String name && !isLikeIdentifier(name) ? name : AdminUsers.name(row);
    }

    private static boolean isLikeIdentifier(String name) {
        return name.codePoints().anyMatch(sign -> AT_SIGNS.indexOf(sign) >= 0)
                || name.codePoints().filter(Character::isDigit).count() >= DIGITS_OF_NUMBER;
    }

    /** As the caller may see the account: those who may not read accounts see the key alone. */
    Map<String, @Nullable Object> person(Caller caller, Map<String, @Nullable Object> row) {
        return isNamed(caller) ? person(row) : unnamed(String.valueOf(row.get("id")));
    }

    /** Whether the caller sees more of accounts than their keys. */
    static boolean isNamed(Caller caller) {
        return AdminShell.may(caller, AdminPermission.USERS_READ);
    }

    /** What is shown of an account by its key alone. */
    static Map<String, @Nullable Object> unnamed(String key) {
        Map<String, @Nullable Object> person = new HashMap<>();
        person.put("id", key);
        person.put("name", key);
        person.put("initials", Who.initials(key));
        person.put("also", List.of());
        person.put("chips", List.of());
        return person;
    }

    /** Each a text and how it looks. */
    private List<Map<String, String>> chips(Map<String, @Nullable Object> row, boolean program) {
        List<Map<String, String>> chips = new ArrayList<>();
        boolean proven = program || row.get("emailVerifiedAt") != null || row.get("phoneVerifiedAt") != null;
        boolean deleted = row.get("deletedAt") != null;
        boolean active = Boolean.TRUE.equals(row.get("active"));
        chip(chips, deleted, "deleted", "bad");
        chip(chips, !deleted && !active, "disabled", "bad");
        chip(chips, !deleted && active && proven, "active", "good");
        chip(chips, !deleted && !proven, "unproven", "warn");
        chip(chips, Boolean.TRUE.equals(row.get("superuser")), "superuser", "");
        chip(chips, Boolean.TRUE.equals(row.get("staff")), "staff", "");
        return chips;
    }

    private void chip(List<Map<String, String>> chips, boolean holds, String name, String look) {
        if (holds) {
            chips.add(Map.of("text", texts.say("chip." + name), "look", look));
        }
    }
}
