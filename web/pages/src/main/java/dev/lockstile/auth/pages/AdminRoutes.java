package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.admin.AdminLists;

/** The pages of the administration that the host serves. */
final class AdminRoutes {

    private final Auth auth;
    private final PageSettings settings;
    private final AdminLists lists;

    AdminRoutes(Auth auth, PageSettings settings, AdminLists lists) {
        this.auth = auth;
        this.settings = settings;
        this.lists = new CurrentLists(lists, settings.clock());
    }

    void add(Routes routes) {
        AdminShell shell =
                new AdminShell(auth, AdminShell.Kept.of(lists), settings.importRuns() != null, settings.hostLists());
        new AdminPages(auth, lists, settings.importRuns(), shell, settings.clock()).add(routes);
        new AdminUserList(auth, lists, shell).add(routes);
        AdminEventPages events = new AdminEventPages(auth, lists, shell);
        if (auth.activity().isServed()) {
            events.add(routes);
        }
        if (auth.roles().areDeclared()) {
            new AdminRolePages(auth.roles(), shell).add(routes);
        }
        new AdminInvitations(auth, shell).add(routes);
        new AdminUserPage(auth, lists, events, shell).add(routes);
        new AdminBulkActs(auth, new AdminUsers(lists), shell).add(routes);
        new AdminMergePages(auth, lists, shell).add(routes);
        if (ServiceAccountPages.areServed(auth)) {
            new ServiceAccountPages(auth, lists, shell).add(routes);
            new ServiceKeyPages(auth, lists, shell).add(routes);
        }
        new AdminHostLists(settings.hostLists(), shell).add(routes);
        acts(routes);
    }

    private void acts(Routes routes) {
        new AdminAllSessions(auth, lists).add(routes);
        AdminQuestions questions = new AdminQuestions(auth, new AdminUsers(lists));
        new AdminActions(auth, questions, settings.clock()).add(routes, settings.signUp());
        new AdminSocialActions(auth, questions).add(routes);
        if (auth.impersonation().isServed()) {
            new ActingPages(auth.impersonation(), auth.sessions(), questions).add(routes);
        }
        if (AdminFactorActions.areServed(auth)) {
            new AdminFactorActions(auth, questions).add(routes);
        }
    }
}
