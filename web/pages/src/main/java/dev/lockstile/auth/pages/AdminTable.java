package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.PhoneNumbers;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page of a list as the template shows it. */
record AdminTable(String name, AdminLists.Page page, Times times) {

    private static final Pattern CODE_WORD = Pattern.compile("[A-Z]{2,}(_[A-Z]+)*");
    private static final Pattern SMALL_WORD = Pattern.compile("[a-z]{2,}(_[a-z]+)*");

    /** Characters above which a value of the host breaks into lines. */
    private static final int WIDE = 60;

    static final String ENDABLE = "endable";

    private static final String USER = "user";
    /** Of an import that goes on: a time, or that it is not known yet. */
    private static final String EXPECTED_END = "expectedEnd";

    private static final String RECIPIENT = "toEmail";
    private static final String PHONE = "phone";

    /** What counts, and is no key: its digits stand in groups. */
    private static final Set<String> COUNTS = Set.of("rowsRead", "rowsQuarantined");

    /** What the chips beside the name say already. */
    private static final Set<Object> CHIPS = Set.of("active", "staff", "superuser");

    /** What holds words of the library; every other text is the host's or that of a person and stays as it is. */
    private static final Set<String> WORDS =
            Set.of("client", "endReason", "purpose", "channel", "templateName", "status", EXPECTED_END);

    /**
     * A user in a cell.
     *
     * @param key that a page is opened by
     * @param name what the user is known by
     * @param shown as lists of people show one; null where there is no such user
     */
    record Person(String key, String name, @Nullable Map<String, @Nullable Object> shown) {}

    static AdminTable of(AdminLists.Table list, AdminLists.Page page, Times times) {
        return new AdminTable(name(list), list == AdminLists.Table.CODES ? withRecipient(page) : page, times);
    }

    /** With people in place of their keys. */
    AdminTable naming(Function<String, Optional<Map<String, @Nullable Object>>> people) {
        return withRows(row -> row.computeIfPresent(USER, (column, key) -> person(key.toString(), people)));
    }

    private Person person(String key, Function<String, Optional<Map<String, @Nullable Object>>> people) {
        Map<String, @Nullable Object> row = people.apply(key).orElse(null);
        return row == null
                ? new Person(key, key, null)
                : new Person(
                        key, PhoneNumbers.grouped(AdminUsers.name(row)), new AdminPeople(times.texts()).person(row));
    }

    /** Sessions of every user but one can be ended here. */
    AdminTable endable(UserId own) {
        return withRows(row ->
                row.put(ENDABLE, row.get(USER) != null && !key(row.get(USER)).equals(own.toString())));
    }

    private AdminTable withRows(Consumer<Map<String, @Nullable Object>> change) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        page.rows().forEach(row -> {
            Map<String, @Nullable Object> shown = new HashMap<>(row);
            change.accept(shown);
            rows.add(shown);
        });
        return new AdminTable(name, new AdminLists.Page(page.columns(), rows, page.next()), times);
    }

    /** A code goes to an e-mail address or to a phone number: one column for both. */
    private static AdminLists.Page withRecipient(AdminLists.Page page) {
        List<String> columns = page.columns().stream()
                .filter(column -> !column.equals(PHONE))
                .map(column -> column.equals("email") ? RECIPIENT : column)
                .toList();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        page.rows().forEach(row -> {
            Map<String, @Nullable Object> shown = new HashMap<>(row);
            shown.put(RECIPIENT, row.get("email") == null ? row.get(PHONE) : row.get("email"));
            rows.add(shown);
        });
        return new AdminLists.Page(columns, rows, page.next());
    }

    static String name(AdminLists.Table list) {
        return list.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Map<String, @Nullable Object> model() {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("list", name);
        model.put("path", "/admin/" + name);
        model.put("after", page.next());
        if (AdminBrief.knows(name)) {
            model.putAll(new AdminBrief(this).model());
            return model;
        }
        List<String> shown = shown();
        model.put(
                "columns",
                shown.stream()
                        .map(column -> times.texts().say("column." + column))
                        .toList());
        model.put("rows", page.rows().stream().map(row -> cells(row, shown)).toList());
        return model;
    }

    /**
     * The values of the only row beside the names of their columns; without those that there are not, times exactly,
     * the name first and the key last.
     */
    List<Map<String, @Nullable Object>> facts() {
        List<String> columns = new ArrayList<>(page.columns());
        if (columns.remove("name")) {
            columns.add(0, "name");
        }
        if (columns.remove("id")) {
            columns.add("id");
        }
        return cells(page.rows().get(0), columns).stream()
                .filter(cell -> !"".equals(cell.get("text")) && !CHIPS.contains(cell.get("column")))
                .map(AdminTable::exactly)
                .toList();
    }

    private static Map<String, @Nullable Object> exactly(Map<String, @Nullable Object> cell) {
        Object exact = cell.get("exact");
        if (exact != null) {
            cell.put("text", exact);
        }
        return cell;
    }

    /** Without the key, and without columns that no row here has. */
    private List<String> shown() {
        return page.columns().stream()
                .filter(column -> !column.equals("id"))
                .filter(column -> page.rows().isEmpty()
                        || page.rows().stream()
                                .anyMatch(row -> !text(column, row.get(column)).isEmpty()))
                .toList();
    }

    private List<Map<String, @Nullable Object>> cells(Map<String, @Nullable Object> row, List<String> columns) {
        List<Map<String, @Nullable Object>> cells = new ArrayList<>();
        for (String column : columns) {
            String heading = times.texts().say("column." + column);
            cells.add(cell(column, heading, row.get(column), column.equals("errorMessage")));
        }
        return cells;
    }

    /** A value of the host's own under its own heading. */
    Map<String, @Nullable Object> hostCell(String heading, @Nullable Object value) {
        return cell("", heading, value, value instanceof String told && told.length() > WIDE);
    }

    Map<String, @Nullable Object> cell(String column, String heading, @Nullable Object value, boolean wide) {
        Map<String, @Nullable Object> cell = new HashMap<>();
        cell.put("column", column);
        cell.put("label", heading);
        cell.put("text", text(column, value));
        cell.put("exact", value instanceof Instant instant ? times.exact(instant) : null);
        cell.put("user", column.equals(USER) && value != null ? key(value) : null);
        cell.put("person", value instanceof Person person ? person.shown() : null);
        cell.put("session", null);
        cell.put("wide", wide);
        cell.put("also", "");
        cell.put("look", null);
        cell.put("pair", false);
        cell.put("share", null);
        return cell;
    }

    static String key(@Nullable Object user) {
        return user instanceof Person person ? person.key() : String.valueOf(user);
    }

    String text(String column, @Nullable Object value) {
        if (value instanceof Person person) {
            return person.name();
        }
        if (value instanceof String told) {
            return told(column, told);
        }
        if (value instanceof Instant instant) {
            return column.equals(EXPECTED_END) ? times.until(instant) : times.near(instant);
        }
        if (value instanceof Boolean truth) {
            return times.texts().say(truth ? "yes" : "no");
        }
        if (value instanceof Number number && COUNTS.contains(column)) {
            return times.number(number.longValue());
        }
        return value == null ? "" : told(column, value instanceof Enum<?> word ? word.name() : value.toString());
    }

    private String told(String column, String text) {
        if (column.equals("deviceLabel")) {
            Map<String, String> device = TemplateValues.device(text);
            String browser = device.getOrDefault("browser", "");
            String system = device.getOrDefault("system", "");
            return system.isEmpty() ? browser : Texts.fill(times.texts().say("session.on"), List.of(browser, system));
        }
        if (column.equals(PHONE) || column.equals(RECIPIENT)) {
            return PhoneNumbers.grouped(text);
        }
        if (column.equals("remoteAddress") && TemplateValues.isOwnMachine(text)) {
            return "";
        }
        if (column.equals("purpose") && times.texts().has(purpose(text))) {
            return times.texts().say(purpose(text));
        }
        return isWord(column, text) ? word(text) : text;
    }

    private static String purpose(String code) {
        return "purpose." + code.toLowerCase(Locale.ROOT);
    }

    /** Runs of imports have their status in small letters. */
    private static boolean isWord(String column, String text) {
        return WORDS.contains(column)
                && (CODE_WORD.matcher(text).matches()
                        || (column.equals("status") && SMALL_WORD.matcher(text).matches()));
    }

    private String word(String code) {
        return word(times.texts(), code);
    }

    /** A word of the library in words of the language; one that has none without its capitals. */
    static String word(Texts texts, String code) {
        String key = "word." + code.toLowerCase(Locale.ROOT);
        return texts.has(key) ? texts.say(key) : code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
