package dev.lockstile.examples.quickstart.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.admin.AdminList;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.AdminPage;
import dev.lockstile.auth.admin.AdminQuery;
import dev.lockstile.auth.model.CodeFigures;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.ImportRunRow;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a superuser looks at. Nothing is counted and nothing skipped: a list goes on after its last row. */
record AdminPages(Auth auth, AdminLists lists, AuthStore store) {

    private static final int TEXT_MAX = 320;
    private static final int RUNS = 50;
    private static final int FEW = 20;

    void add(Routes routes) {
        routes.adminGet("/admin", (visit, member) -> figures());
        routes.adminGet("/admin/imports", (visit, member) -> imports());
        routes.adminGet("/admin/user", (visit, member) -> user(visit));
        for (AdminList list : AdminList.values()) {
            routes.adminGet(AdminTable.path(list), (visit, member) -> list(visit, list));
        }
        new AdminActs(auth).add(routes);
    }

    private Reply figures() {
        return Reply.page(
                "admin-figures",
                Map.of("list", "figures", "day", figures(Duration.ofDays(1)), "week", figures(Duration.ofDays(7))));
    }

    private Map<String, Long> figures(Duration back) {
        CodeFigures all = auth.upkeep().statistics(back).all();
        return Map.of("created", all.total(), "used", all.verified(), "expired", all.expired());
    }

    private Reply imports() {
        List<ImportRunRow> runs = store.read(tx -> tx.imports().runs(RUNS));
        List<Map<String, String>> rows = runs.stream()
                .map(run -> Map.of(
                        "id", run.runId(),
                        "system", run.system(),
                        "preset", run.preset(),
                        "state", run.state(),
                        "started", Shown.time(run.startedAt()),
                        "finished", Shown.time(run.finishedAt())))
                .toList();
        return Reply.page("admin-imports", Map.of("list", "imports", "runs", rows));
    }

    private Reply list(Visit visit, AdminList list) {
        String find = text(visit, "find");
        AdminQuery query =
                AdminQuery.all().finding(find).ofUser(text(visit, "user")).after(text(visit, "after"));
        Map<String, @Nullable Object> model = new AdminTable(list, lists.page(list, query), visit.texts()).model();
        model.put("find", find == null ? "" : find);
        model.put("user", visit.param("user"));
        return Reply.page("admin-list", model);
    }

    private Reply user(Visit visit) {
        String id = visit.param("id");
        AdminPage found = auth.userId(id).isEmpty()
                ? new AdminPage(List.of(), List.of(), null)
                : lists.page(AdminList.USERS, AdminQuery.all().finding(id));
        Map<String, @Nullable Object> row = found.rows().stream()
                .filter(one -> id.equals(String.valueOf(one.get("id"))))
                .findFirst()
                .orElse(null);
        if (row == null) {
            return Reply.error(404, "not-found");
        }
        Map<String, @Nullable Object> model = new HashMap<>();
        AdminPage single = new AdminPage(found.columns(), List.of(row), null);
        model.put("list", "users");
        model.put("id", id);
        model.put("email", row.get("email"));
        model.put("facts", new AdminTable(AdminList.USERS, single, visit.texts()).model());
        model.put("active", Boolean.TRUE.equals(row.get("active")));
        model.put("deleted", row.get("deletedAt") != null);
        model.put("unproven", row.get("email") != null && row.get("emailVerifiedAt") == null);
        model.put("parts", parts(visit, id));
        return Reply.page("admin-user", model);
    }

    private List<Map<String, @Nullable Object>> parts(Visit visit, String id) {
        AdminQuery query = AdminQuery.all().ofUser(id).sized(FEW);
        return Stream.of(
                        AdminList.PROFILES,
                        AdminList.SESSIONS,
                        AdminList.DEVICES,
                        AdminList.CODES,
                        AdminList.LEGACY_LINKS)
                .map(list -> new AdminTable(list, lists.page(list, query), visit.texts()).model())
                .toList();
    }

    private static @Nullable String text(Visit visit, String name) {
        String text = visit.param(name).strip();
        return text.isEmpty() || text.length() > TEXT_MAX ? null : text;
    }
}
