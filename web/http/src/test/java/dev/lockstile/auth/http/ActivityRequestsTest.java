package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Events over HTTP: a person sees those of the own account, and staff with the permission all. */
final class ActivityRequestsTest extends BearerAuthFixture {

    private final MemoryTrail trail = new MemoryTrail();
    private UserId ana;

    @Override
    AuthBuilder wired(AuthBuilder builder) {
        return builder.audit(trail)
                .roles(
                        Role.named("admin"),
                        Role.named("clerk"),
                        Role.named("auditor").may(AdminPermission.AUDIT_READ));
    }

    @BeforeEach
    void accounts() {
        account("ben@example.com");
        ana = user("ana@example.com");
    }

    private UserId user(String email) {
        return auth.sessions().authenticate(access(tokens(email))).orElseThrow().user();
    }

    private TestClient as(String email) {
        return client.with("Authorization", "Bearer " + access(tokens(email)));
    }

    @Test
    void a_person_sees_the_events_of_the_own_account_alone() {
        TestClient person = as("ana@example.com");
        user("ben@example.com");
        JsonNode events = person.get("/auth/me/events/").json().path("events");
        assertThat(events).isNotEmpty();
        assertThat(trail.asked.user()).isEqualTo(ana.toString());
        assertThat(person.get("/auth/me/events/?user=" + user("ben@example.com"))
                        .status())
                .isEqualTo(200);
        assertThat(trail.asked.user()).isEqualTo(ana.toString());
        for (JsonNode event : events) {
            assertThat(event.has("user")).isFalse();
            assertThat(event.has("actor")).isFalse();
        }
    }

    @Test
    void events_tell_where_their_session_was_opened() {
        TestClient person = as("ana@example.com");
        JsonNode signIn = person.get("/auth/me/events/").json().path("events").get(0);
        assertThat(signIn.path("name").asString()).isEqualTo("authn_login_success");
        JsonNode session = person.get("/auth/sessions/").json().path(0);
        assertThat(signIn.path("origin").path("current").asBoolean()).isTrue();
        for (String field : List.of("client", "device_label", "address")) {
            assertThat(signIn.path("origin").path(field)).isEqualTo(session.path(field));
        }
    }

    @Test
    void a_person_is_not_told_which_administrator_acted_nor_why() {
        trail.entries.add(new AuditRecords.Entry(
                99,
                clock.instant(),
                "user_updated",
                true,
                ana.toString(),
                null,
                "disabled, by user 7, session x: t",
                "7"));
        trail.entries.add(new AuditRecords.Entry(
                100, clock.instant(), "user_updated", true, ana.toString(), "x", "disabled, by user 7: t", null));
        JsonNode events = as("ana@example.com").get("/auth/me/events/").json().path("events");
        for (JsonNode event : events) {
            assertThat(event.path("detail").toString()).doesNotContain("by user");
        }
        assertThat(events)
                .filteredOn(event -> event.path("by_administration").asBoolean())
                .hasSize(2);
    }

    @Test
    void pages_follow_each_other() {
        for (int i = 0; i < 60; i++) {
            trail.entries.add(new AuditRecords.Entry(
                    1000 + i, clock.instant(), "session_renewed", true, ana.toString(), null, null, null));
        }
        TestClient person = as("ana@example.com");
        JsonNode first = person.get("/auth/me/events/").json();
        assertThat(first.path("events")).hasSize(50);
        JsonNode second = person.get(
                        "/auth/me/events/?after=" + first.path("next").asString())
                .json();
        assertThat(second.path("events")).isNotEmpty();
        assertThat(person.get("/auth/me/events/?after=x").fields()).containsExactly("after");
    }

    @Test
    void staff_with_the_permission_reads_all_and_others_nothing() {
        TestClient person = as("ana@example.com");
        assertThat(person.get("/auth/admin/events/").code()).isEqualTo("forbidden");
        auth.admin().setRole(ana, "auditor");
        assertThat(person.get("/auth/admin/events/").code())
                .as("a role without the right of staff")
                .isEqualTo("forbidden");
        auth.admin()
                .createFirstSuperuser(new NewAdmin("root@example.com", Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        TestClient root = as("root@example.com");
        TestClient.Reply all = root.get("/auth/admin/events/?user=" + ana
                + "&actor=7&name=user_updated&from=2026-01-01T00:00:00Z&until=2030-01-01T00:00:00Z");
        assertThat(all.status()).isEqualTo(200);
        assertThat(trail.asked)
                .isEqualTo(AuditRecords.Query.all()
                        .ofUser(ana.toString())
                        .byActor("7")
                        .named("user_updated")
                        .between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2030-01-01T00:00:00Z")));
        assertThat(root.get("/auth/admin/events/?from=yesterday").fields()).containsExactly("from");
        assertThat(root.get("/auth/admin/events/").json().path("events").path(0).has("user"))
                .isTrue();
    }

    @Test
    void a_time_that_no_database_keeps_is_invalid() {
        auth.admin()
                .createFirstSuperuser(new NewAdmin("root@example.com", Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        TestClient root = as("root@example.com");
        for (String time : List.of(
                "%2B1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "9999-01-01T00:00:00Z")) {
            assertThat(root.get("/auth/admin/events/?from=" + time).fields()).containsExactly("from");
            assertThat(root.get("/auth/admin/events/?until=" + time).fields()).containsExactly("until");
            assertThat(root.get("/auth/me/events/?after=" + time + "_7").fields())
                    .containsExactly("after");
        }
        assertThat(root.get("/auth/admin/events/?from=1970-01-01T00:00:00Z&until=9998-12-31T23:59:59Z")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void staff_read_with_an_old_proof_and_not_in_a_profile_that_is_not_active() {
        auth.admin()
                .createFirstSuperuser(new NewAdmin("root@example.com", Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        Caller root =
                auth.sessions().authenticate(access(tokens("root@example.com"))).orElseThrow();
        UserId staff = auth.admin()
                .createAdministratorAs(root, new NewAdmin("aud@example.com", Secret.of(PASSWORD), NewAdmin.Rank.STAFF))
                .orElseThrow()
                .id();
        auth.admin().setRole(staff, "auditor");
        Caller auditor =
                auth.sessions().authenticate(access(tokens("aud@example.com"))).orElseThrow();
        Instant old = auditor.authTime().minus(Duration.ofHours(1));
        assertThat(auth.activity()
                        .all(acting(auditor, auditor.profile(), old), AuditRecords.Query.all())
                        .isDone())
                .isTrue();
        assertThat(auth.activity()
                        .all(acting(auditor, profile(auditor, true), auditor.authTime()), AuditRecords.Query.all())
                        .isDone())
                .isTrue();
        assertThat(auth.activity()
                        .all(acting(auditor, profile(auditor, false), auditor.authTime()), AuditRecords.Query.all()))
                .isEqualTo(Outcome.refused(Refusal.FORBIDDEN));
    }

    private ProfileId profile(Caller owner, boolean active) {
        return store.alone(tx -> tx.profiles()
                .insert(new NewProfile(
                        owner.user(),
                        Person.UNKNOWN,
                        new ProfileInfo.Status("auditor", false, active),
                        active ? "awake" : "asleep",
                        null,
                        SettingsJson.EMPTY,
                        RowTimes.fresh(clock.instant()))));
    }

    private static Caller acting(Caller caller, ProfileId profile, Instant authTime) {
        return new Caller(
                caller.user(),
                caller.session(),
                profile,
                caller.roles(),
                caller.rights(),
                authTime,
                caller.context(),
                caller.permissions(),
                caller.credential());
    }

    @Test
    void a_session_that_is_over_sees_nothing() {
        TestClient person = as("ana@example.com");
        auth.admin().endSessions(ana);
        assertThat(person.get("/auth/me/events/").code()).isEqualTo("invalid_token");
        assertThat(person.get("/auth/admin/events/").code()).isEqualTo("invalid_token");
        assertThat(client.get("/auth/me/events/").code()).isEqualTo("not_authenticated");
    }
}
