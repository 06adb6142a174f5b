package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.throttle.ThrottleSettings;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Pages of an administration over the accounts of a store in memory. */
final class AdminPeopleFixture implements AutoCloseable {

    static final String ROOT = "root@example.com";
    static final String PASSWORD = "plum-harbour-4417";

    final List<AuthEvent> events = new CopyOnWriteArrayList<>();
    final PagesServer server;
    final Auth auth;

    AdminPeopleFixture(String... people) {
        InMemoryAuthStore store = new InMemoryAuthStore();
        server = new PagesServer(
                AuthTestKit.of(Auth.builder(store)
                        .settings(AuthTestKit.settings()
                                .withThrottles(ThrottleSettings.owasp().turnEverythingOff()))
                        .audit(events::add)
                        .roles(
                                Role.named("reader").may(AdminPermission.USERS_READ),
                                Role.named("inviter").may(AdminPermission.USERS_READ, AdminPermission.USERS_CREATE),
                                Role.named("merger").may(AdminPermission.USERS_MERGE),
                                Role.named("closer").may(AdminPermission.USERS_DISABLE),
                                Role.named("helper").may(AdminPermission.USERS_READ, AdminPermission.USERS_DISABLE))),
                PageSettings.defaults().withAdministration(store.adminLists(IdentifierRules.standard())));
        auth = server.kit.auth();
        auth.admin().createFirstSuperuser(new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        for (String name : people) {
            server.kit.member(email(name), PASSWORD);
        }
    }

    static String email(String name) {
        return name + "@example.com";
    }

    UserId id(String name) {
        return server.kit.signIn(email(name), PASSWORD).user().id();
    }

    PagesBrowser root() {
        return server.browser("en").signedIn(ROOT, PASSWORD);
    }

    PagesBrowser staff(String role) {
        String token = server.kit.signIn(ROOT, PASSWORD).tokens().access().reveal();
        auth.admin()
                .createAdministratorAs(
                        auth.sessions().authenticate(token).orElseThrow(),
                        new NewAdmin(email(role), Secret.of(PASSWORD), NewAdmin.Rank.STAFF));
        auth.admin().setRole(id(role), role);
        return server.browser("en").signedIn(email(role), PASSWORD);
    }

    @Override
    public void close() {
        server.close();
    }
}
