package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pages by which staff invite people, send an invitation again and revoke it. */
final class AdminInvitationPagesTest {

    private static final String PATH = "/admin/invitations";
    private static final String ANA = "ana@example.com";
    private static final String NEW = "new@example.com";

    private final AdminPeopleFixture fixture = new AdminPeopleFixture("ana");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_person_is_invited_listed_and_sets_the_first_password_by_the_link() {
        PagesBrowser root = fixture.root();
        assertThat(root.open(PATH).body()).contains("name=\"recipient\"", "name=\"role\"", "aria-current=\"page\"");
        HttpResponse<String> done = root.submitAndFollow(PATH, invited(NEW));
        assertThat(done.body()).contains("Invitation sent to " + NEW);
        assertThat(root.open(PATH).body()).contains(NEW, "valid until", "/admin/user/invite", "revoke-invitation");
        var link = fixture.server.kit.deliver().emails().lastLink(NEW);
        PagesBrowser invited = fixture.server.browser("en");
        invited.open("/reset?uid=" + link.uid() + "&token=" + link.token());
        String first = "quince-meadow-5521";
        invited.submit(
                "/reset",
                Map.of("uid", link.uid(), "token", link.token(), "new_password", first, "new_password_confirm", first));
        fixture.server.kit.signIn(NEW, first);
        assertThat(root.open(PATH).body()).doesNotContain(NEW);
    }

    @Test
    void a_wrong_form_says_what_is_wrong_and_keeps_what_was_typed() {
        PagesBrowser root = fixture.root();
        root.open(PATH);
        for (String wrong : List.of("", "not an address", "a@", "12")) {
            HttpResponse<String> refused = root.submit(PATH, invited(wrong));
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).contains("id=\"recipient-error\"", "value=\"ticket 1\"");
        }
        HttpResponse<String> reason = root.submit(PATH, Map.of("recipient", NEW, "reason", "<b>"));
        assertThat(reason.statusCode()).isEqualTo(400);
        assertThat(reason.body()).contains("id=\"reason-error\"", NEW).doesNotContain("<b>\"");
        HttpResponse<String> role =
                root.submit(PATH, Map.of("recipient", NEW, "reason", "ticket 1", "role", "nonsense"));
        assertThat(role.statusCode()).isEqualTo(400);
        assertThat(role.body()).contains("id=\"role-error\"");
        HttpResponse<String> taken = root.submit(PATH, invited(ANA));
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("An account already has this address or number.");
    }

    @Test
    void an_invitation_is_sent_again_and_revoked_until_it_is_used() {
        PagesBrowser root = fixture.root();
        root.open(PATH);
        String id = id(root.submit(PATH, invited(NEW)));
        assertThat(root.open("/admin/user?id=" + id).body())
                .contains("/admin/user/invite", "/admin/user/revoke-invitation")
                .containsPattern(
                        "id=\"deeds\"(?s).*/admin/user/revoke-invitation(?s).*id=\"danger\"(?s).*/admin/user/delete")
                .doesNotContain("/admin/user/require-password", "/admin/user/temporary-password")
                .doesNotContain("/admin/user/merge", "/admin/user/disable", "/admin/user/end-sessions");
        String first = fixture.server.kit.deliver().emails().lastLink(NEW).token();
        fixture.server.kit.clock().advance(Duration.ofMinutes(2));
        root.open("/admin/user/invite?id=" + id);
        assertThat(root.submitAndFollow("/admin/user/invite", reasoned(id)).body())
                .contains("Invitation sent to " + NEW);
        assertThat(fixture.server.kit.deliver().emails().lastLink(NEW).token()).isNotEqualTo(first);
        root.open("/admin/user/revoke-invitation?id=" + id);
        assertThat(root.submitAndFollow("/admin/user/revoke-invitation", reasoned(id))
                        .body())
                .contains("Invitation for " + NEW + " revoked.");
        assertThat(root.open(PATH).body()).doesNotContain(NEW);
    }

    @Test
    void an_account_that_is_used_has_no_invitation() {
        PagesBrowser root = fixture.root();
        String ana = fixture.id("ana").toString();
        assertThat(root.open("/admin/user?id=" + ana).body()).doesNotContain("/admin/user/invite", "revoke-invitation");
        root.open("/admin/user/revoke-invitation?id=" + ana);
        assertThat(root.submit("/admin/user/revoke-invitation", reasoned(ana)).statusCode())
                .isEqualTo(409);
        fixture.server.kit.signIn(ANA, AdminPeopleFixture.PASSWORD);
    }

    @Test
    void staff_see_invitations_by_one_permission_and_invite_by_another() {
        PagesBrowser root = fixture.root();
        root.open(PATH);
        String id = id(root.submit(PATH, invited(NEW)));
        PagesBrowser reader = fixture.staff("reader");
        assertThat(reader.open(PATH).body())
                .contains(NEW)
                .doesNotContain("name=\"recipient\"", "/admin/user/invite", "/admin/user/revoke-invitation");
        reader.open("/account");
        assertThat(reader.submit(PATH, invited("other@example.com")).statusCode())
                .isEqualTo(404);
        assertThat(fixture.events)
                .anyMatch(event -> event instanceof AuthEvent.Refused refused
                        && refused.actor() != null
                        && "ticket 1".equals(refused.actor().reference()));
        PagesBrowser inviter = fixture.staff("inviter");
        assertThat(inviter.open(PATH).body())
                .contains(NEW, "name=\"recipient\"")
                .doesNotContain("name=\"role\"");
        Map<String, String> forged = Map.of("recipient", "other@example.com", "reason", "ticket 1", "role", "helper");
        assertThat(inviter.submit(PATH, forged).body()).contains("You’re not allowed to do this.");
        assertThat(inviter.submit(PATH, invited("other@example.com")).statusCode())
                .isEqualTo(303);
        assertThat(inviter.open("/admin/user?id=" + id).body()).contains("/admin/user/revoke-invitation");
    }

    @Test
    void the_role_is_one_of_the_declared_ones_and_left_out_where_there_are_none() {
        assertThat(fixture.root().open(PATH).body())
                .contains("<select id=\"role\"", "<option value=\"\">Default</option>", "<option>helper</option>");
        InMemoryAuthStore store = new InMemoryAuthStore();
        PageSettings settings =
                PageSettings.defaults().withAdministration(store.adminLists(IdentifierRules.standard()));
        AuthTestKit kit = AuthTestKit.of(Auth.builder(store).settings(AuthTestKit.settings()));
        try (PagesServer plain = new PagesServer(kit, settings)) {
            Secret password = Secret.of(AdminPeopleFixture.PASSWORD);
            NewAdmin root = new NewAdmin(AdminPeopleFixture.ROOT, password, NewAdmin.Rank.SUPERUSER);
            kit.auth().admin().createFirstSuperuser(root);
            PagesBrowser browser = plain.browser("en").signedIn(AdminPeopleFixture.ROOT, AdminPeopleFixture.PASSWORD);
            assertThat(browser.open(PATH).body()).contains("name=\"recipient\"").doesNotContain("name=\"role\"");
        }
    }

    @Test
    void the_form_is_folded_over_a_list_and_open_without_one_or_with_what_was_typed() {
        String folded = "<details class=\"new\"><summary";
        String open = "<details class=\"new\" open><summary";
        PagesBrowser root = fixture.root();
        assertThat(root.open(PATH).body())
                .contains(open, "No open invitations.")
                .doesNotContain("Open invitations");
        root.submit(PATH, invited(NEW));
        assertThat(root.open(PATH).body()).contains(folded, "<h2 id=\"waiting\">Open invitations (1)</h2>");
        assertThat(root.submit(PATH, invited("")).body()).contains(open, "Open invitations (1)");
        assertThat(root.submit(PATH, invited(ANA)).body()).contains(open);
    }

    @Test
    void an_old_proof_is_renewed_and_the_form_is_kept() {
        PagesBrowser root = fixture.root();
        fixture.server.kit.clock().advance(Duration.ofMinutes(11));
        assertThat(root.open(PATH).statusCode()).isEqualTo(200);
        HttpResponse<String> away = root.submit(PATH, invited(NEW));
        String location = away.headers().firstValue("Location").orElse("");
        assertThat(location).startsWith(MOUNT + "/prove?next=");
        root.open("/prove?next=" + MOUNT + PATH);
        root.submit("/prove", Map.of("password", AdminPeopleFixture.PASSWORD, "next", MOUNT + PATH));
        assertThat(root.open(PATH).body())
                .contains("<details class=\"new\" open>", "value=\"" + NEW + "\"", "value=\"ticket 1\"");
    }

    private static String id(HttpResponse<String> done) {
        String location = done.headers().firstValue("Location").orElse("");
        assertThat(location).startsWith(MOUNT + "/admin/user?id=");
        return location.substring(location.indexOf('=') + 1);
    }

    private static Map<String, String> reasoned(String id) {
        return Map.of("id", id, "reason", "ticket 1");
    }

    private static Map<String, String> invited(String recipient) {
        return Map.of("recipient", recipient, "reason", "ticket 1");
    }
}
