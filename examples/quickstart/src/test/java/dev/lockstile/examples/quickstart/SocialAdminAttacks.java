package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.http.AuthClient;
import dev.lockstile.auth.testkit.http.AuthReply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a superuser may see and take away of people's accounts at another site (requirements OI13 and MG1). */
abstract class SocialAdminAttacks extends SignInAttacks {

    private static final String ACCOUNTS = "admin/social/accounts/";
    private static final String UNLINK = "admin/social/unlink/";
    private static final String RESUME = "admin/social/resume/";

    @Test
    void mg1_nobody_but_a_superuser_with_a_recent_proof_is_served_and_none_about_a_superuser() {
        SignInPerson ana = member();
        String linked = linked(ana);
        AuthClient root = host.client().bearing(host.superuser().access());
        refuses(host.client(), ana.email, linked, 401, "not_authenticated");
        refuses(signedIn(ana), ana.email, linked, 403, "forbidden");
        refuses(root, SignInHost.ROOT, linked, 403, "forbidden");
        refuses(root, "nobody@example.com", linked, 404, "not_found");
        host.pass(Duration.ofMinutes(11));
        AuthClient late = host.client().bearing(renewed(host.superuser()).access());
        refuses(late, ana.email, linked, 403, "step_up_required");
        root = host.client().bearing(host.superuser().access());
        assertThat(list(root, ana.email)).hasSize(1);
    }

    @Test
    void oi13_an_administrator_takes_no_account_of_another_person_and_names_a_reason() {
        SignInPerson ana = member();
        String linked = linked(ana);
        SignInPerson ben = member();
        AuthClient root = host.client().bearing(host.superuser().access());
        refused(unlink(root, ben.email, linked), 404, "social_not_found");
        refused(unlink(root, ben.email, "987654321"), 404, "social_not_found");
        refused(unlink(root, ana.email, linked, "line\nbreak"), 400, "invalid_input");
        refused(unlink(root, ana.email, linked, ""), 400, "invalid_input");
        for (String path : new String[] {UNLINK, RESUME}) {
            refused(change(root, path, ben.email, linked, "ticket 1"), 404, "social_not_found");
            refused(change(root, path, ana.email, linked, "añadido"), 400, "invalid_input");
        }
        refused(change(root, RESUME, ana.email, linked, "ticket 1"), 409, "social_not_suspended");
        assertThat(list(root, ana.email)).hasSize(1);
    }

    @Test
    void oi13_what_an_administrator_unlinked_stays_out_and_its_owner_is_told() {
        SignInPerson ana = member();
        String linked = linked(ana);
        SignInTokens byCorp = SignInTokens.of(ana.post("login/social/", said(ana.idToken())));
        AuthClient root = host.client().bearing(host.superuser().access());
        JsonNode seen = list(root, ana.email).get(0);
        assertThat(seen.path("id").asString()).isEqualTo(linked);
        assertThat(seen.path("provider").asString()).isEqualTo("corp");
        assertThat(seen.path("email").asString()).isEqualTo(ana.email);
        assertThat(seen.path("email_verified").asBoolean()).isTrue();
        assertThat(seen.path("linked_at").asString()).isNotEmpty();
        assertThat(seen.path("last_login_at").asString()).isNotEmpty();
        assertThat(seen.path("suspended").isBoolean()).isTrue();
        int before = mails(ana);
        AuthReply done = unlink(root, ana.email, linked);
        assertThat(done.status()).as("%s", done).isEqualTo(200);
        assertThat(SignInTokens.areIn(done)).isFalse();
        assertThat(mails(ana)).isEqualTo(before + 1);
        assertThat(host.events)
                .anyMatch(
                        event -> event.contains("social unlinked: corp, by user ") && event.contains(": ticket 4711"));
        refused(host.client().post("token/refresh/", "refresh", byCorp.refresh()), 401, "invalid_token");
        refused(ana.post("login/social/", said(ana.idToken())), 409, "social_account_not_linked");
        refused(unlink(root, ana.email, linked), 404, "social_not_found");
        assertThat(list(root, ana.email)).isEmpty();
        in(ana.byPassword());
    }

    private static void refuses(AuthClient client, String login, String account, int status, String code) {
        refused(client.post(ACCOUNTS, "login", login), status, code);
        refused(unlink(client, login, account), status, code);
        refused(change(client, RESUME, login, account, "ticket 4711"), status, code);
    }

    private static AuthReply unlink(AuthClient client, String login, String account) {
        return unlink(client, login, account, "ticket 4711");
    }

    private static AuthReply unlink(AuthClient client, String login, String account, String reason) {
        return change(client, UNLINK, login, account, reason);
    }

    private static AuthReply change(AuthClient client, String path, String login, String account, String reason) {
        return client.post(path, "login", login, "social_account_id", account, "reason", reason);
    }

    private static JsonNode list(AuthClient root, String login) {
        AuthReply reply = root.post(ACCOUNTS, "login", login);
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.json();
    }

    /** Links the account at the other site. @return its key */
    private String linked(SignInPerson person) {
        AuthClient client = signedIn(person);
        AuthReply reply = client.send("POST", "login/social/link/", person.idToken(client));
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        return reply.field("social_account_id");
    }

    /** As a web client sends it. */
    private static Map<String, Object> said(Map<String, Object> proof) {
        Map<String, Object> said = new LinkedHashMap<>(proof);
        said.put("client", "web");
        return said;
    }

    private SignInTokens renewed(SignInTokens tokens) {
        host.pass(Duration.ofMinutes(11));
        return SignInTokens.of(host.client().post("token/refresh/", "refresh", tokens.refresh()));
    }

    private int mails(SignInPerson person) {
        return (int) host.server.kit().emails().messages().stream()
                .filter(mail -> mail.to().equals(person.email))
                .count();
    }
}
