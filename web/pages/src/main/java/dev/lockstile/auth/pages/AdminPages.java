package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.DailyCounts;
import dev.lockstile.auth.event.OutageLog;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.UpkeepStore.CodeCounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What a superuser looks at. Nothing is counted and nothing skipped: a list goes on after its last row. */
record AdminPages(Auth auth, AdminLists lists, @Nullable Supplier<AdminLists.Page> importRuns, Clock clock) {

    private static final OutageLog OUTAGES = new OutageLog(LoggerFactory.getLogger(AdminPages.class));
    private static final int TEXT_MAX = 320;
    private static final String IMPORTS = "imports";
    private static final int FEW = 20;
    private static final List<AdminLists.Table> ORDER = List.of(
            AdminLists.Table.USERS,
            AdminLists.Table.SESSIONS,
            AdminLists.Table.CODES,
            AdminLists.Table.EMAIL_LOG,
            AdminLists.Table.SMS_LOG,
            AdminLists.Table.PROFILES,
            AdminLists.Table.DEVICES,
            AdminLists.Table.LEGACY_LINKS);

    void add(Routes routes) {
        routes.adminGet("/admin", (request, member) -> figures(request));
        routes.adminGet("/admin/user", (request, member) -> user(request));
        for (AdminLists.Table list : AdminLists.Table.values()) {
            routes.adminGet("/admin/" + AdminTable.name(list), (request, member) -> list(request, list));
        }
        if (importRuns != null) {
            routes.adminGet("/admin/" + IMPORTS, (request, member) -> imports(request, importRuns.get()));
        }
    }

    private Reply figures(PageRequest request) {
        Instant first = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(AdminChart.DAYS - 1L));
        List<Map<String, @Nullable Object>> charts = daily(first).stream()
                .map(daily -> new AdminChart(daily, first, request.times()).model())
                .toList();
        return page(
                "admin-figures", Map.of("list", "figures", "day", figures(1), "week", figures(7), "charts", charts));
    }

    /** None where the database gives up on counting: the page then has no charts, and all else. */
    private List<DailyCounts> daily(Instant first) {
        try {
            return lists.daily(first, AdminChart.DAYS);
        } catch (StoreUnavailableException slow) {
            OUTAGES.warn("the counts by day did not come in time, the page has no charts", slow);
            return List.of();
        }
    }

    /** A page with all lists at its side, what an administrator opens most often first. */
    private Reply page(String template, Map<String, ? extends @Nullable Object> model) {
        Map<String, @Nullable Object> full = new HashMap<>(model);
        List<String> tabs = new ArrayList<>();
        ORDER.forEach(list -> tabs.add(AdminTable.name(list)));
        if (importRuns != null) {
            tabs.add(IMPORTS);
        }
        full.put("tabs", tabs);
        return Reply.page(template, full);
    }

    private Map<String, Long> figures(int days) {
        CodeCounts all = auth.upkeep().statistics(Duration.ofDays(days)).all();
        return Map.of("created", all.total(), "used", all.verified(), "expired", all.expired());
    }

    private Reply imports(PageRequest request, AdminLists.Page runs) {
        Map<String, @Nullable Object> model = new AdminTable(IMPORTS, runs, request.times()).model();
        model.put("user", "");
        model.put("further", false);
        return page("admin-list", model);
    }

    private Reply list(PageRequest request, AdminLists.Table list) {
        String find = text(request, "find");
        if (request.param("find").length() > TEXT_MAX) {
            return page("admin-list", nothing(request, list));
        }
        AdminLists.Query query = AdminLists.Query.all()
                .finding(find)
                .ofUser(text(request, "user"))
                .after(text(request, "after"));
        Map<String, @Nullable Object> model =
                AdminTable.of(list, lists.page(list, query), request.times()).model();
        model.put("find", find == null ? "" : find);
        model.put("user", request.param("user"));
        model.put("further", query.after() != null);
        return page("admin-list", model);
    }

    /** No column holds a text of that length; without it the list would be one of all. */
    private static Map<String, @Nullable Object> nothing(PageRequest request, AdminLists.Table list) {
        AdminLists.Page none = new AdminLists.Page(List.of("id"), List.of(), null);
        Map<String, @Nullable Object> model =
                AdminTable.of(list, none, request.times()).model();
        model.put("find", "");
        model.put("user", "");
        model.put("further", false);
        return model;
    }

    private Reply user(PageRequest request) {
        UserId user = auth.userId(request.param("id")).orElse(null);
        AdminLists.Page single =
                user == null ? null : new AdminUsers(lists).find(user).orElse(null);
        return user == null || single == null ? Reply.error(404, "not-found") : user(request, user, single);
    }

    private Reply user(PageRequest request, UserId user, AdminLists.Page single) {
        String id = user.toString();
        Map<String, @Nullable Object> row = single.rows().get(0);
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("list", "users");
        model.put("id", id);
        model.put("whom", AdminUsers.name(row));
        model.put("email", row.get("email"));
        model.put(
                "facts",
                AdminTable.of(AdminLists.Table.USERS, single, request.times()).facts());
        model.put("person", new AdminPeople(request.times().texts()).person(row));
        model.put("active", Boolean.TRUE.equals(row.get("active")));
        model.put("deleted", row.get("deletedAt") != null);
        model.put("unproven", row.get("email") != null && row.get("emailVerifiedAt") == null);
        model.put("superuser", Boolean.TRUE.equals(row.get("superuser")));
        model.put("factorsServed", AdminFactorActions.areServed(auth));
        model.put("linked", AdminSocialActions.linked(auth, user));
        model.put("parts", parts(request, id));
        return page("admin-user", model);
    }

    private List<Map<String, @Nullable Object>> parts(PageRequest request, String id) {
        AdminLists.Query query = AdminLists.Query.all().ofUser(id).sized(FEW);
        return Stream.of(
                        AdminLists.Table.PROFILES,
                        AdminLists.Table.SESSIONS,
                        AdminLists.Table.DEVICES,
                        AdminLists.Table.CODES,
                        AdminLists.Table.LEGACY_LINKS)
                .map(list -> AdminTable.of(list, ofOne(lists.page(list, query)), request.times())
                        .model())
                .toList();
    }

    /** Without the column of the user, which is the same in each row. */
    private static AdminLists.Page ofOne(AdminLists.Page page) {
        List<String> columns =
                page.columns().stream().filter(name -> !name.equals("user")).toList();
        return new AdminLists.Page(columns, page.rows(), page.next());
    }

    private static @Nullable String text(PageRequest request, String name) {
        String text = request.param(name).strip();
        return text.isEmpty() || text.length() > TEXT_MAX ? null : text;
    }
}
