package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The administration of accounts over HTTP: lists, one account, and acts on it. */
class AdminUsersTest extends WholeStack {

    private static final String ROOT = "root@example.com";
    private static final String DESK = "desk@example.com";
    private static final String ANA = "ana@example.com";
    private static final String WHY = "\"reason\":\"ticket 7\"";

    private UserId ana;

    @Override
    AuthBuilder wired(AuthBuilder builder) {
        return builder.accountFields("nickname")
                .roles(
                        Role.named("desk").may(AdminPermission.USERS_READ, AdminPermission.USERS_EDIT),
                        Role.named("buyer").may("orders:read"));
    }

    @BeforeEach
    void open() {
        auth.admin().createFirstSuperuser(new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        account(ANA);
        ana = id(ANA);
    }

    @Test
    void a_list_finds_filters_and_goes_on_page_by_page() {
        account("bea@example.com");
        auth.admin().setRole(ana, "buyer");
        auth.admin().disable(id("bea@example.com"));
        TestClient root = as(tokens(ROOT));
        assertThat(emails(search(root, "{}"))).containsExactly("bea@example.com", ANA, ROOT);
        assertThat(emails(search(root, "{\"oldest_first\":true}"))).containsExactly(ROOT, ANA, "bea@example.com");
        assertThat(emails(search(root, "{\"find\":\"BEA\"}"))).containsExactly("bea@example.com");
        assertThat(emails(search(root, "{\"role\":\"BUYER\"}"))).containsExactly(ANA);
        assertThat(emails(search(root, "{\"state\":\"disabled\"}"))).containsExactly("bea@example.com");
        assertThat(emails(search(root, "{\"joined_from\":\"2100-01-01\"}"))).isEmpty();
        assertThat(emails(search(root, "{\"joined_until\":\"2100-01-01\",\"proven\":true}")))
                .hasSize(3);
        List<String> seen = new ArrayList<>();
        String after = "null";
        do {
            TestClient.Reply page = search(root, "{\"size\":1,\"after\":" + after + "}");
            seen.addAll(emails(page));
            after = page.json().path("next").isNull()
                    ? ""
                    : "\"" + page.json().path("next").asString() + "\"";
        } while (!after.isEmpty());
        assertThat(seen).containsExactly("bea@example.com", ANA, ROOT);
        for (String wrong : List.of("\"state\":\"gone\"", "\"size\":0", "\"size\":201", "\"joined_from\":\"soon\"")) {
            assertThat(search(root, "{" + wrong + "}").status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void a_file_holds_the_list_and_no_formula() {
        TestClient root = as(tokens(ROOT));
        auth.admin().create(AccountDraft.ofUsername("till-7"));
        auth.admin().create(AccountDraft.ofUsername("x;=1+1;"));
        TestClient.Reply file = root.post("/auth/admin/users/export/", "{}");
        assertThat(file.status()).as(file.text()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.text()).startsWith("id,email,email_verified_at,phone").contains(ANA, ROOT, "till-7");
        assertThat(file.text()).contains(",\"x;'=1+1;\",");
        String refresh = tokens(ROOT).path("refreshToken").asString();
        clock.advance(Duration.ofMinutes(11));
        TestClient old = client.with(
                "Authorization",
                "Bearer " + refresh(refresh).json().path("access").asString());
        assertThat(search(old, "{}").status()).isEqualTo(200);
        assertThat(old.post("/auth/admin/users/export/", "{}").code()).isEqualTo("step_up_required");
    }

    @Test
    void one_account_is_shown_edited_and_named_in_the_trail() {
        TestClient root = as(tokens(ROOT));
        TestClient.Reply edited = root.patch(
                "/auth/admin/users/" + ana + "/", "{\"first_name\":\"Anna\",\"nickname\":\"annie\"," + WHY + "}");
        assertThat(edited.status()).as(edited.text()).isEqualTo(204);
        JsonNode shown = root.get("/auth/admin/users/" + ana + "/").json();
        assertThat(shown.path("email").asString()).isEqualTo(ANA);
        assertThat(shown.path("nickname").asString()).isEqualTo("annie");
        assertThat(shown.path("profiles").path(0).path("first_name").asString()).isEqualTo("Anna");
        assertThat(shown.path("profiles").path(0).path("last_name_1").asString())
                .isEqualTo("Ruiz");
        for (String planted : List.of("is_superuser", "is_staff", "email", "role", "is_active", "password")) {
            root.patch("/auth/admin/users/" + ana + "/", "{\"" + planted + "\":true," + WHY + "}");
        }
        JsonNode after = root.get("/auth/admin/users/" + ana + "/").json();
        assertThat(after.path("is_superuser").asBoolean()).isFalse();
        assertThat(after.path("email").asString()).isEqualTo(ANA);
        for (String none : List.of("0", "abc", "9".repeat(200))) {
            assertThat(root.get("/auth/admin/users/" + none + "/").code()).isEqualTo("not_found");
        }
    }

    @Test
    void an_account_is_disabled_until_a_moment_and_opens_then() {
        TestClient root = as(tokens(ROOT));
        for (String wrong : List.of("soon", "2001-01-01T00:00:00Z", "9999-01-01T00:00:00Z", "2027-02-30T00:00:00Z")) {
            assertThat(act(root, "disable", "\"until\":\"" + wrong + "\",")
                            .json()
                            .path("errors")
                            .propertyNames())
                    .as(wrong)
                    .containsExactly("until");
        }
        String until = clock.instant().plus(Duration.ofDays(2)).toString();
        assertThat(act(root, "disable", "\"until\":\"" + until + "\",").status())
                .isEqualTo(204);
        assertThat(root.get("/auth/admin/users/" + ana + "/")
                        .json()
                        .path("disabled_until")
                        .asString())
                .isEqualTo(until);
        assertThat(emails(search(root, "{\"state\":\"disabled\"}"))).containsExactly(ANA);
        assertThat(login(ANA, PASSWORD).status()).isEqualTo(401);
        assertThat(login(ANA, PASSWORD).text()).doesNotContain(until);
        clock.advance(Duration.ofDays(2));
        root = as(tokens(ROOT));
        assertThat(emails(search(root, "{\"state\":\"disabled\"}"))).isEmpty();
        assertThat(emails(search(root, "{\"state\":\"active\"}"))).contains(ANA);
        assertThat(root.post("/auth/admin/users/export/", "{}").text().lines())
                .anyMatch(line -> line.contains(ANA) && line.contains(",true,false,false,") && line.endsWith(",,"));
        assertThat(login(ANA, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void an_account_becomes_part_of_another_one() {
        account("bea@example.com");
        UserId bea = id("bea@example.com");
        TestClient root = as(tokens(ROOT));
        TestClient.Reply preview = act(root, "merge", "\"preview\":true,\"into\":\"" + bea + "\",");
        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        assertThat(preview.json().path("released").path(0).asString()).isEqualTo("email");
        assertThat(login(ANA, PASSWORD).status()).isEqualTo(200);
        assertThat(act(root, "merge", "\"into\":\"" + ana + "\",")
                        .json()
                        .path("errors")
                        .propertyNames())
                .contains("into");
        assertThat(act(root, "merge", "").status()).isEqualTo(400);
        assertThat(act(root, "merge", "\"into\":\"999999\",").code()).isEqualTo("not_found");
        TestClient.Reply merged = act(root, "merge", "\"into\":\"" + bea + "\",");
        assertThat(merged.json()).isEqualTo(preview.json());
        assertThat(login(ANA, PASSWORD).status()).isEqualTo(401);
        assertThat(act(root, "merge", "\"into\":\"" + bea + "\",").code()).isEqualTo("not_found");
        assertThat(root.get("/auth/admin/users/" + bea + "/")
                        .json()
                        .path("profiles")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void acts_are_done_for_a_reason_and_say_what_was_not_done() {
        TestClient root = as(tokens(ROOT));
        assertThat(act(root, "role", "\"role\":\"BUYER\",").status()).isEqualTo(204);
        assertThat(act(root, "role", "\"role\":\"byer\",").json().path("errors").propertyNames())
                .containsExactly("role");
        assertThat(act(root, "role", "\"role\":\"STAFF\",").status()).isEqualTo(400);
        assertThat(act(root, "disable", "").status()).isEqualTo(204);
        assertThat(login(ANA, PASSWORD).status()).isEqualTo(401);
        assertThat(act(root, "reset-password", "").code()).isEqualTo("unchanged");
        assertThat(act(root, "enable", "").status()).isEqualTo(204);
        assertThat(act(root, "verify", "\"field\":\"email\",").status()).isEqualTo(204);
        assertThat(act(root, "verify", "\"field\":\"phone\",").code()).isEqualTo("unchanged");
        assertThat(act(root, "verify", "\"field\":\"username\",").status()).isEqualTo(400);
        assertThat(act(root, "end-sessions", "").status()).isEqualTo(204);
        assertThat(act(root, "delete", "").status()).isEqualTo(204);
        assertThat(act(root, "delete", "").code()).isEqualTo("not_found");
        assertThat(root.get("/auth/admin/users/" + ana + "/")
                        .json()
                        .path("deleted_at")
                        .isNull())
                .isFalse();
        assertThat(act(root, "restore", "").status()).isEqualTo(204);
        assertThat(root.post("/auth/admin/users/" + ana + "/disable/", "{}")
                        .json()
                        .path("errors")
                        .propertyNames())
                .containsExactly("reason");
        assertThat(root.post("/auth/admin/users/" + id(ROOT) + "/delete/", "{" + WHY + "}")
                        .code())
                .isEqualTo("forbidden");
    }

    @Test
    void a_reset_sends_a_link_and_leaves_the_password() {
        TestClient root = as(tokens(ROOT));
        assertThat(act(root, "reset-password", "").status()).isEqualTo(204);
        auth.messages().dispatchDue();
        assertThat(mailbox.link()).contains("token");
        assertThat(act(root, "reset-password", "").status()).isEqualTo(429);
        assertThat(login(ANA, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void a_temporary_password_is_replaced_at_the_first_sign_in() {
        TestClient root = as(tokens(ROOT));
        TestClient.Reply set = act(root, "temporary-password", "\"days\":2,");
        assertThat(set.status()).as(set.text()).isEqualTo(200);
        String made = set.json().path("password").asString();
        assertThat(login(ANA, PASSWORD).status()).isEqualTo(401);
        TestClient.Reply asked = login(ANA, made);
        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.code()).isEqualTo("password_change_required");
        String ticket = asked.json().path("ticket").asString();
        assertThat(replace(ticket, made).json().path("errors").propertyNames()).containsExactly("new_password");
        assertThat(replace("none", "walnut-bridge-9921").code()).isEqualTo("invalid_credentials");
        TestClient.Reply in = replace(ticket, "walnut-bridge-9921");
        assertThat(in.status()).as(in.text()).isEqualTo(200);
        assertThat(in.json().path("tokens").path("accessToken").asString()).isNotEmpty();
        assertThat(act(root, "require-password", "").status()).isEqualTo(204);
        assertThat(act(root, "require-password", "").code()).isEqualTo("unchanged");
        assertThat(login(ANA, "walnut-bridge-9921").code()).isEqualTo("password_change_required");
        for (String wrong : List.of("0", "31", "\"two\"")) {
            assertThat(act(root, "temporary-password", "\"days\":" + wrong + ",")
                            .status())
                    .isEqualTo(400);
        }
        assertThat(root.post("/auth/admin/users/" + id(ROOT) + "/temporary-password/", "{" + WHY + "}")
                        .code())
                .isEqualTo("forbidden");
    }

    @Test
    void an_invited_person_sets_the_first_password_by_the_link() {
        TestClient root = as(tokens(ROOT));
        TestClient.Reply invited = root.post(
                "/auth/admin/invitations/",
                "{\"email\":\"new@example.com\",\"role\":\"buyer\",\"days\":3," + WHY + "}");
        assertThat(invited.status()).as(invited.text()).isEqualTo(201);
        String id = invited.json().path("id").asString();
        JsonNode open = root.get("/auth/admin/invitations/").json().path("invitations");
        assertThat(open).hasSize(1);
        assertThat(open.path(0).path("recipient").asString()).isEqualTo("new@example.com");
        assertThat(open.path(0).path("id").asString()).isEqualTo(id);
        assertThat(root.post("/auth/admin/users/" + id + "/invite/", "{" + WHY + "}")
                        .status())
                .isEqualTo(429);
        auth.messages().dispatchDue();
        assertThat(mailbox.link()).contains("token");
        assertThat(root.post("/auth/admin/users/" + id + "/revoke-invitation/", "{" + WHY + "}")
                        .status())
                .isEqualTo(204);
        assertThat(root.get("/auth/admin/invitations/").json().path("invitations"))
                .isEmpty();
        assertThat(act(root, "invite", "").code()).isEqualTo("unchanged");
        assertThat(root.post("/auth/admin/invitations/", "{\"username\":\"till-9\"," + WHY + "}")
                        .code())
                .isEqualTo("no_proven_address");
        assertThat(root.post("/auth/admin/invitations/", "{\"email\":\"" + ANA + "\"," + WHY + "}")
                        .code())
                .isEqualTo("email_taken");
        assertThat(root.post("/auth/admin/sessions/end-all/", "{\"confirm\":\"some\"," + WHY + "}")
                        .status())
                .isEqualTo(400);
    }

    private TestClient.Reply replace(String ticket, String password) {
        return client.post(
                "/auth/login/new-password/",
                "{\"ticket\":\"" + ticket + "\",\"new_password\":\"" + password + "\",\"new_password_confirm\":\""
                        + password + "\",\"client\":\"web\"}");
    }

    @Test
    void an_account_is_opened_with_a_declared_role() {
        TestClient root = as(tokens(ROOT));
        TestClient.Reply created = root.post(
                "/auth/admin/users/create/",
                "{\"email\":\"new@example.com\",\"role\":\"Buyer\",\"first_name\":\"Neo\",\"proven\":true," + WHY
                        + "}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        String id = created.json().path("id").asString();
        assertThat(root.get("/auth/admin/users/" + id + "/")
                        .json()
                        .path("profiles")
                        .path(0)
                        .path("role")
                        .asString())
                .isEqualTo("buyer");
        assertThat(root.post("/auth/admin/users/create/", "{\"email\":\"new@example.com\"," + WHY + "}")
                        .code())
                .isEqualTo("email_taken");
        assertThat(root.post("/auth/admin/users/create/", "{" + WHY + "}").status())
                .isEqualTo(400);
    }

    @Test
    void staff_do_what_their_role_permits_and_members_nothing() {
        TestClient root = as(tokens(ROOT));
        root.post("/auth/admin/create-staff/", "{\"email\":\"" + DESK + "\",\"password\":\"" + PASSWORD + "\"}");
        auth.admin().setRole(id(DESK), "desk");
        TestClient desk = as(tokens(DESK));
        assertThat(search(desk, "{}").status()).isEqualTo(200);
        assertThat(desk.get("/auth/admin/users/" + ana + "/").status()).isEqualTo(200);
        assertThat(act(desk, "disable", "").code()).isEqualTo("forbidden");
        assertThat(desk.post("/auth/admin/users/export/", "{}").code()).isEqualTo("forbidden");
        TestClient member = as(tokens(ANA));
        assertThat(search(member, "{}").code()).isEqualTo("forbidden");
        assertThat(member.get("/auth/admin/users/" + ana + "/").code()).isEqualTo("forbidden");
        assertThat(search(client, "{}").status()).isEqualTo(401);
    }

    private TestClient.Reply act(TestClient caller, String what, String more) {
        return caller.post("/auth/admin/users/" + ana + "/" + what + "/", "{" + more + WHY + "}");
    }

    private static TestClient.Reply search(TestClient caller, String body) {
        return caller.post("/auth/admin/users/search/", body);
    }

    private static List<String> emails(TestClient.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        List<String> emails = new ArrayList<>();
        reply.json().path("users").forEach(row -> emails.add(row.path("email").asString()));
        return emails;
    }

    private UserId id(String email) {
        return store.read(tx -> tx.users()
                        .byKey(
                                IdentifierKind.EMAIL,
                                IdentifierRules.standard()
                                        .email(email)
                                        .orElseThrow()
                                        .key()))
                .orElseThrow()
                .info()
                .id();
    }
}
