package dev.lockstile.auth.http.internal.payload;

import dev.lockstile.auth.admin.AccountDirectory;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.model.UserInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Accounts as an administration sees them: in a list, one by one, and as a file. */
public record AdminUserPayload(ProfilePayload profiles) {

    /** The members of a row, by the columns of the list. */
    private static final Map<String, String> MEMBERS = members();

    /** What divides cells or lines in some spreadsheet, before what begins a formula. */
    private static final Pattern PARTS = Pattern.compile("[;\\t|\\r\\n](?=[\\s\"]*[=+\\-@])");

    private static Map<String, String> members() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("id", "id");
        names.put("email", "email");
        names.put("emailVerifiedAt", "email_verified_at");
        names.put("phone", "phone");
        names.put("phoneVerifiedAt", "phone_verified_at");
        names.put("username", "username");
        names.put("active", "is_active");
        names.put("staff", "is_staff");
        names.put("superuser", "is_superuser");
        names.put("joinedAt", "joined_at");
        names.put("lastLoginAt", "last_login_at");
        names.put("deletedAt", "deleted_at");
        return names;
    }

    /** A page of the list. */
    public static JsonObject page(AdminLists.Page page) {
        return new JsonObject()
                .with("users", page.rows().stream().map(AdminUserPayload::row).toList())
                .with("next", page.next());
    }

    private static JsonObject row(Map<String, @Nullable Object> row) {
        JsonObject json = new JsonObject();
        for (Map.Entry<String, String> member : MEMBERS.entrySet()) {
            Object value = row.get(member.getKey());
            json = json.with(member.getValue(), member.getKey().equals("id") ? key(value) : value);
        }
        return json;
    }

    private static Object key(@Nullable Object key) {
        return KeyPayload.json(Objects.requireNonNull(key));
    }

    /** An account with its profiles. */
    public JsonObject of(AccountDirectory.Account account) {
        return user(account.user())
                .withAll(HostPayload.of(profiles.host().ofUser(account.user().id())))
                .with("profiles", profiles.all(account.profiles()));
    }

    /** An account by itself. */
    public static JsonObject user(UserInfo user) {
        return new JsonObject()
                .with("id", KeyPayload.json(user.id().key()))
                .with("email", user.email())
                .with("email_verified_at", user.identifiers().email().verifiedAt())
                .with("phone", user.phone())
                .with("phone_verified_at", user.identifiers().phone().verifiedAt())
                .with("username", user.username())
                .with("is_active", user.status().active())
                .with("is_staff", user.status().staff())
                .with("is_superuser", user.status().superuser())
                .with("joined_at", user.dates().joinedAt())
                .with("last_login_at", user.dates().lastLoginAt())
                .with("deleted_at", user.status().deletedAt())
                .with("language", user.language())
                .with("timezone", user.timezone());
    }

    /** The first line of a file. */
    public static String header() {
        return String.join(",", MEMBERS.values()) + "\r\n";
    }

    /** The lines of a page (RFC 4180). */
    public static String lines(AdminLists.Page page) {
        return page.rows().stream()
                .map(row -> MEMBERS.keySet().stream()
                                .map(name -> cell(row.get(name)))
                                .collect(Collectors.joining(","))
                        + "\r\n")
                .collect(Collectors.joining());
    }

    /**
     * A text that a spreadsheet would take for a formula begins with an apostrophe (OWASP CSV injection); so does each
     * part that would be a cell of its own where another character than the comma divides cells.
     */
    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean formula = value instanceof String
                && !text.isEmpty()
                && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                && !text.matches("\\+[0-9]+");
        String inner = PARTS.matcher(text).replaceAll("$0'");
        String safe = formula ? "'" + inner : inner;
        boolean quoted = List.of(",", ";", "\"", "\r", "\n").stream().anyMatch(safe::contains);
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
