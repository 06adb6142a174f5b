package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.factor.AccountFactors;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.role.AdminPermission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All about one user, tab by tab: a tab reads what it shows and nothing else. */
record AdminUserPage(Auth auth, AdminLists lists, AdminEventPages events, AdminShell shell) {

    private static final int FEW = 20;
    private static final String PERSON = "person";
    private static final String WAYS = "ways";
    private static final String SESSIONS = "sessions";
    private static final String MESSAGES = "messages";
    private static final String TRAIL = "trail";

    void add(Routes routes) {
        routes.adminGet("/admin/user", AdminPermission.USERS_READ, this::user);
    }

    private Reply user(PageRequest request, Routes.Member member) {
        UserId user = auth.userId(request.param("id")).orElse(null);
        AdminLists.Page single =
                user == null ? null : new AdminUsers(lists).find(user).orElse(null);
        if (user == null || single == null) {
            return Reply.error(404, "not-found");
        }
        boolean program = ServiceKeyPages.isProgram(auth, user);
        Map<String, @Nullable Object> model = head(request, user, single, program);
        List<String> tabs = tabs(member);
        String tab = tabs.contains(request.param("tab")) ? request.param("tab") : PERSON;
        Map<String, Boolean> may = AdminQuestions.allowed(member.caller());
        model.put("may", may);
        boolean waits = !auth.ownAccount().deletionGrace().isZero();
        model.put("closing", waits ? auth.admin().deletionDue(user).orElse(null) : null);
        model.put("acts", may.containsValue(true));
        model.put("own", user.equals(member.caller().user()));
        model.put("userTabs", tabs);
        model.put("parts", List.of());
        model.put("tab", tab);
        model.put("program", program);
        model.put("managesPrograms", AdminShell.may(member.caller(), AdminPermission.PROGRAMS_MANAGE));
        model.putAll(
                switch (tab) {
                    case WAYS -> ways(request, member, user, new AdminDeeds(model, may));
                    case SESSIONS -> sessions(request, user);
                    case MESSAGES -> parts(request, user, AdminLists.Table.CODES, AdminLists.Table.DEVICES);
                    case TRAIL -> trail(request, member, user);
                    default -> person(request, user, single, new AdminDeeds(model, may));
                });
        return shell.page(member, "admin-user", model);
    }

    private List<String> tabs(Routes.Member member) {
        boolean trail = auth.activity().isServed() && AdminShell.may(member.caller(), AdminPermission.AUDIT_READ);
        return trail ? List.of(PERSON, WAYS, SESSIONS, MESSAGES, TRAIL) : List.of(PERSON, WAYS, SESSIONS, MESSAGES);
    }

    /** What stands above the tabs, and what decides which acts there are. */
    private static Map<String, @Nullable Object> head(
            PageRequest request, UserId user, AdminLists.Page single, boolean program) {
        Map<String, @Nullable Object> row = single.rows().get(0);
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("list", "users");
        model.put("id", user.toString());
        model.put("whom", AdminUsers.name(row));
        model.put("email", row.get("email"));
        model.put("phone", row.get("phone"));
        model.put("username", row.get("username"));
        model.put("emailProven", row.get("emailVerifiedAt") != null);
        model.put("phoneProven", row.get("phoneVerifiedAt") != null);
        model.put("person", new AdminPeople(request.times().texts()).person(row, program));
        model.put("active", Boolean.TRUE.equals(row.get("active")));
        model.put("deleted", row.get("deletedAt") != null);
        model.put("unproven", row.get("email") != null && row.get("emailVerifiedAt") == null);
        model.put("unused", isUnused(row));
        model.put("superuser", Boolean.TRUE.equals(row.get("superuser")));
        return model;
    }

    /** An account that was opened for a person who has not come yet. */
    private static boolean isUnused(Map<String, @Nullable Object> row) {
        return row.get("emailVerifiedAt") == null
                && row.get("phoneVerifiedAt") == null
                && row.get("lastLoginAt") == null
                && (row.get("email") != null || row.get("phone") != null);
    }

    private Map<String, @Nullable Object> person(
            PageRequest request, UserId user, AdminLists.Page single, AdminDeeds deeds) {
        Map<String, @Nullable Object> model = there(request, user, AdminLists.Table.PROFILES);
        model.put(
                "facts",
                AdminTable.of(AdminLists.Table.USERS, single, request.times()).facts().stream()
                        .filter(fact -> !"id".equals(fact.get("column")))
                        .toList());
        boolean served = AdminFactorActions.areServed(auth);
        AccountFactors factors =
                served ? auth.factorAdministration().factors(user).orElse(null) : null;
        model.put("factorsServed", served);
        model.put("actedFor", auth.impersonation().isServed());
        model.put("resetDue", factors == null ? null : factors.resetDue());
        model.put("deeds", deeds.calm(auth.impersonation().isServed()));
        model.put("dangers", deeds.dangers(factors != null && factors.hasSecondFactor()));
        return model;
    }

    /** Empty for a caller whose permission was taken away since the token was made. */
    private Map<String, @Nullable Object> trail(PageRequest request, Routes.Member member, UserId user) {
        AuditRecords.Query query =
                AuditRecords.Query.all().ofUser(user.toString()).sized(AdminEventPages.SIZE);
        AuditRecords.Page page =
                auth.activity().all(member.caller(), query).toOptional().orElse(new AuditRecords.Page(List.of(), null));
        return events.eventsOfOne(request, member, page);
    }

    private Map<String, @Nullable Object> ways(
            PageRequest request, Routes.Member member, UserId user, AdminDeeds deeds) {
        Map<String, @Nullable Object> model = there(request, user, AdminLists.Table.LEGACY_LINKS);
        AccountFactors factors = auth.factorAdministration().factors(user).orElse(null);
        model.putAll(new AdminWays(auth).of(member.caller(), user, factors));
        boolean resettable = factors != null && factors.hasSecondFactor() && AdminFactorActions.areServed(auth);
        model.put("wayDeeds", deeds.ofWays(resettable));
        return model;
    }

    private Map<String, @Nullable Object> sessions(PageRequest request, UserId user) {
        AdminLists.Page page = lists.page(AdminLists.Table.SESSIONS, few(user));
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put(
                "sessions",
                page.rows().stream().map(row -> session(row, request.texts())).toList());
        model.put("after", page.next());
        model.put("endable", page.next() != null || page.rows().stream().anyMatch(row -> row.get("endedAt") == null));
        return model;
    }

    private static Map<String, @Nullable Object> session(Map<String, @Nullable Object> row, Texts texts) {
        Map<String, @Nullable Object> shown = TemplateValues.origin(
                String.valueOf(row.get("client")), (String) row.get("deviceLabel"), (String) row.get("remoteAddress"));
        Object reason = row.get("endReason");
        shown.put("session", row.get("session"));
        shown.put("since", row.get("createdAt"));
        shown.put("used", row.get("lastUsedAt"));
        shown.put("ended", row.get("endedAt"));
        shown.put("reason", reason == null ? null : AdminTable.word(texts, reason.toString()));
        return shown;
    }

    private static AdminLists.Query few(UserId user) {
        return AdminLists.Query.all().ofUser(user.toString()).sized(FEW);
    }

    /** A list that is left out where it is empty. */
    private Map<String, @Nullable Object> there(PageRequest request, UserId user, AdminLists.Table list) {
        AdminLists.Page page = ofOne(lists.page(list, few(user)));
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put(
                "parts",
                page.rows().isEmpty()
                        ? List.of()
                        : List.of(AdminTable.of(list, page, request.times()).model()));
        return model;
    }

    private Map<String, @Nullable Object> parts(PageRequest request, UserId user, AdminLists.Table... wanted) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put(
                "parts",
                Stream.of(wanted)
                        .map(list -> AdminTable.of(list, ofOne(lists.page(list, few(user))), request.times())
                                .model())
                        .toList());
        return model;
    }

    /** Without the column of the user, which is the same in each row. */
    private static AdminLists.Page ofOne(AdminLists.Page page) {
        List<String> columns =
                page.columns().stream().filter(name -> !name.equals("user")).toList();
        return new AdminLists.Page(columns, page.rows(), page.next());
    }
}
