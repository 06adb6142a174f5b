package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.admin.HostList;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.token.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of the administration that the menu leads to: the first that the caller may open.
 *
 * @param programs whether there are pages of service accounts
 * @param events whether there is a page of events
 * @param own lists of the host
 */
record AdminHome(boolean programs, boolean events, List<HostList> own) {

    /** Of a host without pages of the administration, which is asked for none of its roles. */
    static final AdminHome NONE = new AdminHome(false, false, List.of());

    static AdminHome of(Auth auth, List<HostList> own) {
        return new AdminHome(
                ServiceAccountPages.areServed(auth), auth.activity().isServed(), own);
    }

    /** Null for callers without any. */
    @Nullable
    String path(Caller caller) {
        if (caller.has(Right.SUPERUSER)) {
            return "/admin";
        }
        if (AdminShell.may(caller, AdminPermission.USERS_READ)) {
            return "/admin/users";
        }
        if (events && AdminShell.may(caller, AdminPermission.AUDIT_READ)) {
            return AdminEventPages.PATH;
        }
        if (programs && AdminShell.may(caller, AdminPermission.PROGRAMS_MANAGE)) {
            return ServiceAccountPages.PATH;
        }
        return AdminHostLists.links(caller, own).stream()
                .findFirst()
                .map(link -> "/admin/" + link.get("list"))
                .orElse(null);
    }
}
