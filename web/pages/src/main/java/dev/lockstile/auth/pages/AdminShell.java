package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.HostList;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.token.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is around each page of the administration: links to those that the caller may open, what an administrator opens
 * most often first. Links follow the token; what a page shows, the store decides.
 *
 * @param kept the lists that can have rows
 * @param imports whether the host lists its imports
 * @param own lists of the host
 */
record AdminShell(Auth auth, Set<AdminLists.Table> kept, boolean imports, List<HostList> own) {

    static final String IMPORTS = "imports";

    private static final List<AdminLists.Table> LISTS = List.of(
            AdminLists.Table.SESSIONS,
            AdminLists.Table.CODES,
            AdminLists.Table.EMAIL_LOG,
            AdminLists.Table.SMS_LOG,
            AdminLists.Table.PROFILES,
            AdminLists.Table.DEVICES,
            AdminLists.Table.LEGACY_LINKS);

    Reply page(Routes.Member member, String template, Map<String, ? extends @Nullable Object> model) {
        return page(200, member, template, model);
    }

    Reply page(int status, Routes.Member member, String template, Map<String, ? extends @Nullable Object> model) {
        Map<String, @Nullable Object> full = new HashMap<>(model);
        full.put("tabs", tabs(member.caller()));
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
            LISTS.stream().filter(kept::contains).map(AdminTable::name).forEach(tabs::add);
        }
        if (caller.has(Right.SUPERUSER) && imports) {
            tabs.add(IMPORTS);
        }
        return tabs;
    }

    /** What the token says. */
    static boolean may(Caller caller, AdminPermission permission) {
        return caller.has(Right.SUPERUSER) || caller.may(permission.text());
    }
}
