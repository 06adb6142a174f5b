package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.DailyCounts;
import dev.lockstile.auth.admin.SignInCount;
import dev.lockstile.auth.event.OutageLog;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.UpkeepStore.CodeCounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What a superuser looks at. Nothing is counted and nothing skipped: a list goes on after its last row. */
record AdminPages(
        Auth auth, AdminLists lists, @Nullable Supplier<AdminLists.Page> importRuns, AdminShell shell, Clock clock) {

    private static final OutageLog OUTAGES = new OutageLog(LoggerFactory.getLogger(AdminPages.class));
    private static final int TEXT_MAX = 320;
    private static final int INVITATIONS = 5;

    void add(Routes routes) {
        routes.adminHome("/admin", AdminHome.of(auth, shell.own())::path, this::figures);
        for (AdminLists.Table list : AdminLists.Table.values()) {
            if (list != AdminLists.Table.USERS) {
                routes.adminGet("/admin/" + AdminTable.name(list), (request, member) -> list(request, member, list));
            }
        }
        if (importRuns != null) {
            routes.adminGet(
                    "/admin/" + AdminShell.IMPORTS, (request, member) -> imports(request, member, importRuns.get()));
        }
    }

    private Reply figures(PageRequest request, Routes.Member member) {
        int days = AdminOverview.days(request.param("days"));
        int counted = AdminOverview.counted(days);
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        Instant first = today.minus(Duration.ofDays(counted - 1L));
        AdminLists.Page people =
                lists.page(AdminLists.Table.USERS, AdminLists.Query.all().sized(AdminOverview.MOST_PEOPLE));
        List<DailyCounts> daily = counted(() -> lists.daily(first, counted));
        List<SignInCount> signIns =
                counted(() -> lists.signIns(today.minus(Duration.ofDays(days - 1L)), today.plus(Duration.ofDays(1))));
        Map<String, @Nullable Object> model = new AdminOverview(people, daily, first, days, request.times()).model();
        model.put(
                "invitations",
                AdminInvitations.open(auth, member.caller()).limit(INVITATIONS).toList());
        model.put("list", "figures");
        shell.kept().look();
        model.put("day", figures(1));
        model.put("week", figures(7));
        model.put(
                "signIns",
                new AdminSignIns(signIns == null ? List.of() : signIns, new EventWords(request.texts())).model());
        return shell.page(member, "admin-figures", model);
    }

    /** Null where the database gives up on counting: the page then has no charts or tables of them, and all else. */
    private static <T> @Nullable List<T> counted(Supplier<List<T>> counts) {
        try {
            return counts.get();
        } catch (StoreUnavailableException slow) {
            OUTAGES.warn("the counts of the last days did not come in time, the page is without them", slow);
            return null;
        }
    }

    private Map<String, Long> figures(int days) {
        CodeCounts all = auth.upkeep().statistics(Duration.ofDays(days)).all();
        return Map.of("created", all.total(), "used", all.verified(), "expired", all.expired());
    }

    private Reply imports(PageRequest request, Routes.Member member, AdminLists.Page runs) {
        Map<String, @Nullable Object> model = new AdminTable(AdminShell.IMPORTS, runs, request.times()).model();
        model.put("user", "");
        model.put("further", false);
        model.put("bar", null);
        model.put("here", "/admin/" + AdminShell.IMPORTS);
        model.put("older", null);
        model.put("empty", empty(request.texts(), AdminShell.IMPORTS, true));
        return shell.page(member, "admin-list", model);
    }

    private Reply list(PageRequest request, Routes.Member member, AdminLists.Table list) {
        AdminLogBar bar = AdminLogBar.of(list, auth, member.caller(), request);
        AdminLists.Query query = AdminLists.Query.all()
                .ofUser(bar.person().key())
                .after(text(request, "after"))
                .at(clock.instant())
                .matching(bar.filter());
        AdminLists.Page page = lists.page(list, query);
        Map<String, @Nullable Object> model = AdminTable.of(list, page, request.times())
                .naming(new AdminUsers(lists).rows(auth::userId))
                .endable(member.caller().user())
                .model();
        model.put("user", request.param("user"));
        model.put("bar", bar.model(request.texts()));
        model.put("here", bar.path());
        model.put("older", bar.older(page.next()));
        model.put(
                "empty",
                bar.isNarrow()
                        ? request.texts().say(page.next() == null ? "log.nothing" : "log.further")
                        : empty(request.texts(), AdminTable.name(list), query.user() == null));
        model.put("further", query.after() != null);
        return shell.page(member, "admin-list", model);
    }

    /** What the list of all says in place of rows, or that of one user. */
    private static String empty(Texts texts, String list, boolean all) {
        String key = "admin." + list;
        return texts.say(all && texts.has(key + ".none") ? key + ".none" : key + ".empty");
    }

    private static @Nullable String text(PageRequest request, String name) {
        String text = request.param(name).strip();
        return text.isEmpty() || text.length() > TEXT_MAX ? null : text;
    }
}
