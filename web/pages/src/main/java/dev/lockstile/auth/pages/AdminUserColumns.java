package dev.lockstile.auth.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the list of users: which there are, which are chosen, and what each shows of a row.
 *
 * @param chosen beside that of the person, in the order of {@link #ALL}
 */
record AdminUserColumns(List<String> chosen) {

    static final List<String> ALL =
            List.of("status", "lastLoginAt", "joinedAt", "phone", "username", "emailVerifiedAt", "deletedAt", "id");

    /** Stands in the form beside the boxes, so that none of them may be checked. */
    static final String ALWAYS = "person";

    private static final List<String> USUAL = List.of("status", "lastLoginAt", "joinedAt");
    private static final String COOKIE = "admin-columns";

    /** As the request says, else as this browser was last asked to. */
    static AdminUserColumns of(PageRequest request) {
        String asked = request.param("col");
        if (!asked.isEmpty()) {
            AdminUserColumns columns = known(asked.split("\n"));
            request.cookies().set(COOKIE, String.join(".", columns.chosen()) + ".");
            return columns;
        }
        String kept = request.cookies().get(COOKIE);
        return kept == null ? new AdminUserColumns(USUAL) : known(kept.split("\\."));
    }

    private static AdminUserColumns known(String[] names) {
        List<String> wanted = List.of(names);
        return new AdminUserColumns(ALL.stream().filter(wanted::contains).toList());
    }

    List<Map<String, @Nullable Object>> choices(Texts texts) {
        return ALL.stream()
                .map(name -> Map.<String, @Nullable Object>of(
                        "name", name, "label", texts.say("column." + name), "on", chosen.contains(name)))
                .toList();
    }

    /** The heads, each with the address that sorts by it where there is one. */
    List<Map<String, @Nullable Object>> heads(Texts texts, AdminUserQuery query) {
        List<Map<String, @Nullable Object>> heads = new ArrayList<>();
        Stream.concat(Stream.of("user"), chosen.stream())
                .forEach(column -> heads.add(head(texts.say("column." + column), column, query)));
        return heads;
    }

    private static Map<String, @Nullable Object> head(String label, String column, AdminUserQuery query) {
        String sort = query.value("sort");
        Map<String, @Nullable Object> head = new HashMap<>();
        head.put("label", label);
        switch (column) {
            case "user" -> sorted(head, query, sort, "name", "-name");
            case "lastLoginAt" -> sorted(head, query, sort, "-seen", "seen");
            case "joinedAt" -> sorted(head, query, sort.isEmpty() ? "-joined" : sort, "", AdminUserQuery.OLDEST);
            default -> head.put("sort", null);
        }
        return head;
    }

    /** One press sorts, the next one turns the order around. */
    private static void sorted(
            Map<String, @Nullable Object> head, AdminUserQuery query, String now, String first, String second) {
        boolean byFirst = now.equals(first.isEmpty() ? "-joined" : first);
        head.put("sort", query.with("sort", byFirst ? second : first));
        boolean sorted = byFirst || now.equals(second);
        head.put("order", !sorted ? null : now.startsWith("-") ? "descending" : "ascending");
    }

    /** What the chosen columns show of a row. */
    List<Map<String, @Nullable Object>> cells(Map<String, @Nullable Object> row, Times times) {
        return chosen.stream()
                .map(column -> cell(column, row.get(column), times))
                .toList();
    }

    private static Map<String, @Nullable Object> cell(String column, @Nullable Object value, Times times) {
        Map<String, @Nullable Object> cell = new HashMap<>();
        cell.put("column", column);
        cell.put("label", times.texts().say("column." + column));
        cell.put("time", value instanceof Instant ? value : null);
        cell.put("text", value == null ? "" : value.toString());
        return cell;
    }

    /** Rows in the order that the list has not by itself. */
    static Comparator<Map<String, @Nullable Object>> order(String sort) {
        Comparator<Map<String, @Nullable Object>> order = sort.endsWith("name")
                ? Comparator.comparing(AdminPeople::title, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(AdminUsers::name)
                : Comparator.comparing(AdminUserColumns::seen);
        return sort.startsWith("-") ? order.reversed() : order;
    }

    private static Instant seen(Map<String, @Nullable Object> row) {
        return row.get("lastLoginAt") instanceof Instant seen ? seen : Instant.MIN;
    }
}
