package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.admin.AccountCsv;
import dev.lockstile.auth.admin.AccountOrder;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.role.AdminPermission;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of users: found, filtered, sorted, and saved as a file. */
record AdminUserList(Auth auth, AdminLists lists, AdminShell shell) {

    private static final int SORTED_MAX = 200;
    private static final int KEY_MAX = 320;
    private static final int FILE_LINES = 10_000;

    /** Of a list with a filter most pages may be empty. */
    private static final int FILE_PAGES = 250;

    private static final String PATH = "/admin/users";

    /** No column holds a text of that length; without it the list would be one of all. */
    private static final Found NOTHING = new Found(new AdminLists.Page(List.of("id"), List.of(), null), false);

    void add(Routes routes) {
        routes.adminGet(PATH, AdminPermission.USERS_READ, this::list);
        routes.memberPost(PATH + "/csv", this::file);
    }

    private Reply list(PageRequest request, Routes.Member member) {
        AdminUserQuery query = AdminUserQuery.of(request);
        AdminUserColumns columns = AdminUserColumns.of(request);
        boolean tooLong = request.param("find").length() > KEY_MAX;
        Found found = tooLong ? NOTHING : found(query, after(request));
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("list", "users");
        model.put("query", query.shown());
        model.put("statuses", choices(request.texts(), query, "status", List.of("", "active", "disabled", "deleted")));
        model.put("provens", choices(request.texts(), query, "proven", List.of("", "yes", "no")));
        model.put("chips", chips(request, query));
        model.put("roles", auth.roles().names());
        model.put("columns", columns.choices(request.texts()));
        model.put("heads", columns.heads(request.texts(), query));
        model.put("people", people(request, columns, found.page()));
        model.put("unsorted", found.unsorted());
        model.put("newest", query.value("sort").isEmpty() || found.unsorted());
        model.put("everyone", query.everyone());
        model.put("narrowed", !query.path().equals(query.everyone()));
        model.put("after", found.page().next());
        model.put("further", !request.param("after").isEmpty());
        Places places = Places.of(request, found.page());
        model.put("places", places.told(request.times()));
        model.put("from", places.next());
        model.put("here", query.path());
        model.put("hidden", query.hidden(List.of("status", "proven", "sort")));
        model.put("state", query.hidden(AdminUserQuery.NAMES));
        model.put("bulk", AdminBulkActs.offered(member.caller()));
        model.put("csv", AdminShell.may(member.caller(), AdminPermission.USERS_EXPORT));
        return shell.page(member, "admin-users", model);
    }

    private static @Nullable String after(PageRequest request) {
        String after = request.param("after");
        return after.isEmpty() || after.length() > KEY_MAX ? null : after;
    }

    /** A list in an order that its table has no index for is whole, or stays in that of its keys. */
    private Found found(AdminUserQuery query, @Nullable String after) {
        String sort = query.value("sort");
        boolean byColumn = sort.endsWith("name") || sort.endsWith("seen");
        AccountOrder byName = query.byName();
        boolean offered = byName != null && lists.orders().contains(byName);
        if (byColumn && !(offered && after != null)) {
            AdminLists.Page all =
                    lists.page(AdminLists.Table.USERS, query.query().sized(SORTED_MAX));
            if (all.next() == null) {
                List<Map<String, @Nullable Object>> rows =
                        all.rows().stream().sorted(AdminUserColumns.order(sort)).toList();
                return new Found(new AdminLists.Page(all.columns(), rows, null), false);
            }
        }
        AdminLists.Query paged = query.query().after(after);
        return byName != null && offered
                ? new Found(lists.page(AdminLists.Table.USERS, paged.ordered(byName)), false)
                : new Found(lists.page(AdminLists.Table.USERS, paged), byColumn);
    }

    private List<Map<String, @Nullable Object>> people(
            PageRequest request, AdminUserColumns columns, AdminLists.Page page) {
        AdminPeople people = new AdminPeople(request.texts());
        return page.rows().stream()
                .map(row -> {
                    Map<String, @Nullable Object> person = people.listed(row, isProgram(row));
                    person.put("cells", columns.cells(row, request.times()));
                    return person;
                })
                .toList();
    }

    /** Asks for those alone that have no address and no number, as programs have none. */
    private boolean isProgram(Map<String, @Nullable Object> row) {
        return row.get("email") == null
                && row.get("phone") == null
                && auth.userId(String.valueOf(row.get("id")))
                        .filter(user -> ServiceKeyPages.isProgram(auth, user))
                        .isPresent();
    }

    /** Links, of which one is in force. */
    private static List<Map<String, @Nullable Object>> choices(
            Texts texts, AdminUserQuery query, String name, List<String> values) {
        return values.stream()
                .map(value -> Map.<String, @Nullable Object>of(
                        "text",
                        texts.say("filter." + name + (value.isEmpty() ? "" : "." + value)),
                        "path",
                        query.with(name, value),
                        "on",
                        query.value(name).equals(value),
                        "any",
                        value.isEmpty()))
                .toList();
    }

    /** Filters in force that have no links of their own, each with the address of the list without it. */
    private static List<Map<String, String>> chips(PageRequest request, AdminUserQuery query) {
        List<Map<String, String>> chips = new ArrayList<>();
        Stream.concat(Stream.of("role"), AdminUserQuery.DAYS.stream())
                .filter(name -> !query.value(name).isEmpty())
                .forEach(name -> chips.add(Map.of(
                        "text",
                        request.texts().say("filter." + name, shown(request, name, query.value(name))),
                        "path",
                        query.with(name, ""))));
        return chips;
    }

    private static String shown(PageRequest request, String name, String value) {
        LocalDate day = AdminUserQuery.day(value);
        return name.equals("role") || day == null ? value : request.times().day(day);
    }

    /**
     * Ten thousand users of the list at most; with a filter those among 250 pages of {@link AdminLists.Query#WINDOW}.
     * Each page that is read stands in the trail.
     */
    private Reply file(PageRequest request, Routes.Member member) {
        AdminLists.Query query = AdminUserQuery.of(request).query().sized(SORTED_MAX);
        StringBuilder file = new StringBuilder(AccountCsv.header());
        String next = null;
        int lines = 0;
        for (int pages = 0; pages < FILE_PAGES && lines < FILE_LINES; pages++) {
            Outcome<AdminLists.Page> page = auth.directory().export(member.caller(), query.after(next));
            if (page instanceof Outcome.Refused<AdminLists.Page> refused) {
                return AdminQuestions.refused(request, refused.why());
            }
            file.append(AccountCsv.lines(page.orElseThrow()));
            lines += page.orElseThrow().rows().size();
            next = page.orElseThrow().next();
            if (next == null) {
                break;
            }
        }
        return new Reply.File("users.csv", "text/csv;charset=utf-8", file.toString());
    }

    /**
     * Which places of the list a page has, as its address says; nothing is counted.
     *
     * @param first null where the address does not tell
     */
    private record Places(@Nullable Long first, AdminLists.Page page) {

        private static final Pattern PLACE = Pattern.compile("[1-9][0-9]{0,5}");

        static Places of(PageRequest request, AdminLists.Page page) {
            String from = request.param("from");
            if (request.param("after").isEmpty()) {
                return new Places(1L, page);
            }
            return new Places(PLACE.matcher(from).matches() ? Long.valueOf(from) : null, page);
        }

        String told(Times times) {
            int size = page.rows().size();
            Texts texts = times.texts();
            boolean more = page.next() != null;
            if (first == null || (size == 0 && (more || first > 1))) {
                return texts.say("filter.shown", size);
            }
            if (first == 1 && !more) {
                return size == 1 ? texts.say("filter.one") : texts.say("filter.all", times.number(size));
            }
            String places = times.number(first) + "–" + times.number(first + size - 1);
            return more
                    ? texts.say("filter.places", places)
                    : texts.say("filter.last", places, times.number(first + size - 1));
        }

        /** Empty where the place of this page is not known. */
        String next() {
            return first == null ? "" : String.valueOf(first + page.rows().size());
        }
    }

    private record Found(AdminLists.Page page, boolean unsorted) {}
}
