package dev.lockstile.auth.pages;

import dev.lockstile.auth.admin.AccountFilter;
import dev.lockstile.auth.admin.AccountFilter.Period;
import dev.lockstile.auth.admin.AccountFilter.State;
import dev.lockstile.auth.admin.AccountOrder;
import dev.lockstile.auth.admin.AdminLists;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which users a list shows, and how its address says so. What cannot be meant is left out. Days begin and end in UTC.
 *
 * @param said each field that says something
 */
record AdminUserQuery(Map<String, String> said) {

    /** The field for the next page is none of them: another choice begins at the first page. */
    static final List<String> NAMES = List.of(
            "find",
            "status",
            "proven",
            "role",
            "joined_from",
            "joined_until",
            "seen_from",
            "seen_until",
            "sort",
            "col");

    static final List<String> DAYS = List.of("joined_from", "joined_until", "seen_from", "seen_until");
    static final String OLDEST = "joined";

    private static final String PATH = "/admin/users";
    private static final Map<String, Integer> LENGTHS = Map.of("find", 320, "role", 30);
    private static final List<String> SORTS = List.of(OLDEST, "name", "-name", "seen", "-seen");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;

    static AdminUserQuery of(PageRequest request) {
        Map<String, String> said = new HashMap<>();
        for (String name : NAMES) {
            String text = request.param(name).strip();
            if (!text.isEmpty() && isMeant(name, text)) {
                said.put(name, text);
            }
        }
        return new AdminUserQuery(said);
    }

    private static boolean isMeant(String name, String text) {
        return switch (name) {
            case "status" -> state(text) != null;
            case "proven" -> text.equals("yes") || text.equals("no");
            case "sort" -> SORTS.contains(text);
            case "find", "role" -> text.length() <= LENGTHS.getOrDefault(name, 0);
            case "col" -> true;
            default -> day(text) != null;
        };
    }

    /** For the template: every field, empty where nothing is said. */
    Map<String, String> shown() {
        return NAMES.stream().collect(Collectors.toMap(name -> name, this::value));
    }

    String value(String name) {
        return said.getOrDefault(name, "");
    }

    /** The same list with another value in one field; empty takes it out. */
    String with(String name, String value) {
        Map<String, String> other = new HashMap<>(said);
        other.put(name, value);
        return SitePath.with(PATH, other, NAMES);
    }

    String path() {
        return SitePath.with(PATH, said, NAMES);
    }

    /** The list without search and filters, in its order and with its columns. */
    String everyone() {
        Map<String, String> other = new HashMap<>(said);
        other.keySet().retainAll(List.of("sort", "col"));
        return SitePath.with(PATH, other, NAMES);
    }

    /** The fields of the list in a form, one for each thing that is chosen. */
    List<Map<String, String>> hidden(List<String> names) {
        return names.stream()
                .filter(said::containsKey)
                .flatMap(name -> Stream.of(value(name).split("\n")).map(text -> Map.of("name", name, "value", text)))
                .toList();
    }

    AdminLists.Query query() {
        AdminLists.Query query = AdminLists.Query.all()
                .finding(value("find").isEmpty() ? null : value("find"))
                .filtered(filter());
        return value("sort").equals(OLDEST) ? query.fromOldest() : query;
    }

    /** Null for a list that is not sorted by name. */
    @Nullable
    AccountOrder byName() {
        return switch (value("sort")) {
            case "name" -> AccountOrder.NAME;
            case "-name" -> AccountOrder.NAME_BACKWARDS;
            default -> null;
        };
    }

    private AccountFilter filter() {
        String proven = value("proven");
        return new AccountFilter(
                value("role").isEmpty() ? null : value("role"),
                state(value("status")),
                proven.isEmpty() ? null : proven.equals("yes"),
                period("joined"),
                period("seen"));
    }

    private Period period(String name) {
        return new Period(start(value(name + "_from"), 0), start(value(name + "_until"), 1));
    }

    /** When that day begins, or one some days later; null for a text that is no day. */
    static @Nullable Instant start(String text, int later) {
        LocalDate day = day(text);
        return day == null
                ? null
                : day.plusDays(later).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static @Nullable LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable State state(String word) {
        return Arrays.stream(State.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(null);
    }
}
