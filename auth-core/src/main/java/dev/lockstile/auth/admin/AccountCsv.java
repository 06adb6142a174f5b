package dev.lockstile.auth.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The list of users as CSV (RFC 4180), protected against formula injection in spreadsheets. */
public final class AccountCsv {

    private static final Map<String, String> NAMES = names();

    /** What divides cells or lines in some spreadsheet, before what begins a formula. */
    private static final Pattern PARTS = Pattern.compile("[;\\t|\\r\\n](?=[\\s\"]*[=+\\-@\uff1d\uff0b\uff0d\uff20])");

    /** What begins a formula, in half and full width (OWASP): some spreadsheets read both. */
    private static final String FORMULA = "=+-@\t\r\uff1d\uff0b\uff0d\uff20";

    private AccountCsv() {}

    private static Map<String, String> names() {
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
        names.put("disabledUntil", "disabled_until");
        return names;
    }

    /** {@return the columns of the list in the order of the file, each with its name in the first line} */
    public static Map<String, String> columns() {
        return new LinkedHashMap<>(NAMES);
    }

    /** {@return the first line of a file} */
    public static String header() {
        return String.join(",", NAMES.values()) + "\r\n";
    }

    /**
     * {@return a line for each row}
     *
     * @param page of the list of users
     */
    public static String lines(AdminLists.Page page) {
        return page.rows().stream()
                .map(row ->
                        NAMES.keySet().stream().map(name -> cell(row.get(name))).collect(Collectors.joining(","))
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
                && FORMULA.indexOf(text.charAt(0)) >= 0
                && !text.matches("\\+[0-9]+");
        String inner = PARTS.matcher(text).replaceAll("$0'");
        String safe = formula ? "'" + inner : inner;
        boolean quoted = List.of(",", ";", "\"", "\r", "\n").stream().anyMatch(safe::contains);
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
