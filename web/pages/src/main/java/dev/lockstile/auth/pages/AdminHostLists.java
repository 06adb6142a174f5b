package dev.lockstile.auth.pages;

import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.HostList;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.token.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists of the host's own rows, each for the callers who have its permission. */
record AdminHostLists(List<HostList> lists, AdminShell shell) {

    private static final String PATH = "lists/";
    private static final String FILTER = "by-";
    private static final int SIZE = 50;
    private static final int TEXT_MAX = 200;

    void add(Routes routes) {
        for (HostList list : lists) {
            routes.adminGet(
                    "/admin/" + path(list),
                    list.description().permission(),
                    (request, member) -> page(request, member, list));
        }
    }

    private static String path(HostList list) {
        return PATH + list.description().name();
    }

    /** What the token says. */
    static boolean may(Caller caller, HostList list) {
        return caller.has(Right.SUPERUSER)
                || (caller.has(Right.STAFF) && caller.may(list.description().permission()));
    }

    /** For the navigation: those that the caller may open. */
    static List<Map<String, String>> links(Caller caller, List<HostList> lists) {
        return lists.stream()
                .filter(list -> may(caller, list))
                .map(list ->
                        Map.of("list", path(list), "title", list.description().title()))
                .toList();
    }

    private Reply page(PageRequest request, Routes.Member member, HostList list) {
        HostList.Description described = list.description();
        Map<String, String> typed = new LinkedHashMap<>();
        described
                .filters()
                .forEach(column ->
                        typed.put(column, request.param(FILTER + column).strip()));
        AdminLists.Page found = found(list, typed, request.param("after"));
        AdminTable table = new AdminTable(path(list), found, request.times());
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("list", path(list));
        model.put("ownTitle", described.title());
        model.put("filters", filters(described, typed));
        model.put("columns", List.copyOf(described.columns().values()));
        model.put(
                "rows",
                found.rows().stream().map(row -> cells(table, described, row)).toList());
        model.put("after", found.next());
        model.put("further", !request.param("after").isEmpty());
        model.put("filtered", typed.values().stream().anyMatch(text -> !text.isEmpty()));
        return shell.page(member, "admin-host-list", model);
    }

    /** None for a text that no column holds. */
    private static AdminLists.Page found(HostList list, Map<String, String> typed, String after) {
        if (typed.values().stream().anyMatch(text -> text.length() > TEXT_MAX) || after.length() > TEXT_MAX) {
            return new AdminLists.Page(List.of(), List.of(), null);
        }
        Map<String, String> asked = new LinkedHashMap<>(typed);
        asked.values().removeIf(String::isEmpty);
        return list.page(new HostList.Query(asked, after.isEmpty() ? null : after, SIZE));
    }

    private static List<Map<String, String>> filters(HostList.Description list, Map<String, String> typed) {
        return list.filters().stream()
                .map(column -> Map.of(
                        "name",
                        FILTER + column,
                        "label",
                        list.columns().getOrDefault(column, column),
                        "value",
                        typed.getOrDefault(column, "")))
                .toList();
    }

    private static List<Map<String, @Nullable Object>> cells(
            AdminTable table, HostList.Description list, Map<String, @Nullable Object> row) {
        List<Map<String, @Nullable Object>> cells = new ArrayList<>();
        list.columns().forEach((column, heading) -> cells.add(table.hostCell(heading, row.get(column))));
        return cells;
    }
}
