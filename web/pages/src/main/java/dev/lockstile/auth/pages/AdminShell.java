package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.HostList;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.token.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is around each page of the administration: links to those that the caller may open, what an administrator opens
 * most often first. Links follow the token; what a page shows, the store decides.
 *
 * @param kept the lists that the host keeps
 * @param imports whether the host lists its imports
 * @param own lists of the host
 */
record AdminShell(Auth auth, Kept kept, boolean imports, List<HostList> own) {

    static final String IMPORTS = "imports";
    private static final String LEGACY = "legacy-links";

    /** In this order in the menu. */
    private static final Map<String, List<String>> GROUPS = groups();

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("people", List.of("users", AdminInvitations.NAME, ServiceAccountPages.NAME, "roles", "profiles"));
        groups.put("activity", List.of("events", "sessions", "codes", "email-log", "sms-log"));
        groups.put("system", List.of("devices", LEGACY, IMPORTS));
        return groups;
    }

    /**
     * The lists that the host keeps.
     *
     * @param lists where their rows come from
     * @param looked true once a row of the former system was looked for
     * @param carriedOver true once one was seen; such rows stay
     */
    record Kept(AdminLists lists, AtomicBoolean looked, AtomicBoolean carriedOver) {

        static Kept of(AdminLists lists) {
            return new Kept(lists, new AtomicBoolean(), new AtomicBoolean());
        }

        /** Most hosts have no former system: the overview reads one row of it, until there is one. */
        void look() {
            looked.set(true);
            if (!carriedOver.get()
                    && lists.kept().contains(AdminLists.Table.LEGACY_LINKS)
                    && !lists.page(
                                    AdminLists.Table.LEGACY_LINKS,
                                    AdminLists.Query.all().sized(1))
                            .rows()
                            .isEmpty()) {
                carriedOver.set(true);
            }
        }

        private boolean isListed(AdminLists.Table list) {
            return lists.kept().contains(list) && (list != AdminLists.Table.LEGACY_LINKS || isCarriedOver());
        }

        /** Looks for a row where no page has looked since the start. */
        private boolean isCarriedOver() {
            if (!looked.get()) {
                look();
            }
            return carriedOver.get();
        }
    }

    Reply page(Routes.Member member, String template, Map<String, ? extends @Nullable Object> model) {
        return page(200, member, template, model);
    }

    Reply page(int status, Routes.Member member, String template, Map<String, ? extends @Nullable Object> model) {
        Map<String, @Nullable Object> full = new HashMap<>(model);
        List<String> tabs = tabs(member.caller());
        if (LEGACY.equals(model.get("list")) && !tabs.contains(LEGACY)) {
            tabs.add(LEGACY); // opened by its address: the menu says where that is
        }
        full.put("tabs", tabs);
        full.put("groups", grouped(tabs));
        full.put("ownLists", AdminHostLists.links(member.caller(), own));
        full.put("overview", member.caller().has(Right.SUPERUSER));
        return Reply.again(status, template, full);
    }

    private List<String> tabs(Caller caller) {
        List<String> tabs = new ArrayList<>();
        if (may(caller, AdminPermission.USERS_READ)) {
            tabs.add(AdminTable.name(AdminLists.Table.USERS));
            tabs.add(AdminInvitations.NAME);
        }
        if (ServiceAccountPages.areServed(auth) && may(caller, AdminPermission.PROGRAMS_MANAGE)) {
            tabs.add(ServiceAccountPages.NAME);
        }
        if (auth.activity().isServed() && may(caller, AdminPermission.AUDIT_READ)) {
            tabs.add("events");
        }
        if (auth.roles().areDeclared() && may(caller, AdminPermission.USERS_READ)) {
            tabs.add("roles");
        }
        if (caller.has(Right.SUPERUSER)) {
            Stream.of(AdminLists.Table.values())
                    .filter(list -> list != AdminLists.Table.USERS && kept.isListed(list))
                    .map(AdminTable::name)
                    .forEach(tabs::add);
        }
        if (caller.has(Right.SUPERUSER) && imports) {
            tabs.add(IMPORTS);
        }
        return tabs;
    }

    /** Those that there are, group by group. */
    private static List<Map<String, Object>> grouped(List<String> tabs) {
        return GROUPS.entrySet().stream()
                .filter(group -> group.getValue().stream().anyMatch(tabs::contains))
                .map(group -> Map.<String, Object>of(
                        "name",
                        group.getKey(),
                        "lists",
                        group.getValue().stream().filter(tabs::contains).toList()))
                .toList();
    }

    /** What the token says. */
    static boolean may(Caller caller, AdminPermission permission) {
        return caller.has(Right.SUPERUSER) || caller.may(permission.text());
    }
}
