package dev.lockstile.auth.schema.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.schema.report.Finding;
import dev.lockstile.auth.schema.tools.EntityModel;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What another application has changed is told with the rows and the statement that settles it. */
final class SharedColumnChecksTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final IdentifierRules rules = IdentifierRules.standard();

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_changed_identifier_is_told_until_its_statement_has_run(TestDatabase database) {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, database)) {
            UserId ana = add(host, rules.email("ana@acme.example").orElseThrow());
            UserId bob = add(host, rules.phone("+525512345678").orElseThrow());
            UserId eve = add(host, rules.username("eve").orElseThrow());
            assertThat(findings(host)).isEmpty();
            host.sql(
                    "update auth_user set email = 'ANA@acme.example' where id = " + ana,
                    "update auth_user set phone = '5512345678' where id = " + bob);
            assertThat(findings(host)).as("other spellings").isEmpty();
            host.sql(
                    "update auth_user set email = 'ceo@acme.example' where id = " + ana,
                    "update auth_user set phone = null where id = " + bob,
                    "update auth_user set username = 'admin' where id = " + eve);
            List<Finding> found = findings(host);
            assertThat(found).extracting(Finding::id).containsOnly("HM-08").hasSize(3);
            assertThat(found)
                    .extracting(Finding::where)
                    .containsExactly("auth_user.email", "auth_user.phone", "auth_user.username");
            assertThat(found.get(0).what()).contains("id " + ana);
            found.forEach(finding -> host.sql(statement(finding)));
            assertThat(findings(host)).isEmpty();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void rights_that_differ_from_the_other_applications_are_told(TestDatabase database) {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, database)) {
            UserId ana = add(host, rules.email("ana@acme.example").orElseThrow());
            UserId bob = add(host, rules.email("bob@acme.example").orElseThrow());
            host.sql(
                    "alter table auth_user add column is_admin boolean default false not null",
                    "update auth_user set is_admin = true where id = " + ana,
                    "update auth_user set is_superuser = true where id = " + bob);
            List<Finding> found = findings(host);
            assertThat(found).extracting(Finding::id).containsExactly("HM-09", "HM-09");
            assertThat(found.get(0).what()).contains("id " + ana).contains("is_admin");
            assertThat(found.get(1).what()).contains("id " + bob);
            found.forEach(finding -> host.sql(statement(finding)));
            assertThat(findings(host)).isEmpty();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void before_the_import_in_place_it_is_the_next_step_and_no_right_is_given(TestDatabase database) {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, database)) {
            UserId ana = add(host, rules.email("ana@acme.example").orElseThrow());
            UserId bob = add(host, rules.email("bob@acme.example").orElseThrow());
            host.sql(
                    "alter table auth_user add column is_admin boolean default false not null",
                    "update auth_user set is_admin = true, email_key = null, email_verified_at = null");
            List<Finding> found = findings(host);
            assertThat(found).extracting(Finding::id).containsExactly("HM-09");
            assertThat(found.get(0).what()).contains("id " + ana + ", " + bob).contains("not been imported");
            assertThat(found.get(0).fix()).contains("import plan", "--in-place").doesNotContain("update ");
            LegacyOrigin origin = new LegacyOrigin("old", "users", bob.toString(), "run-1", "f".repeat(64));
            host.store().alone(tx -> {
                tx.legacy().insert("k".repeat(64), origin, bob.toString(), NOW);
                return true;
            });
            found = findings(host);
            assertThat(found).extracting(Finding::id).containsExactly("HM-09", "HM-09");
            assertThat(found.get(0).what()).contains("id " + ana).doesNotContain(bob.toString());
            assertThat(found.get(1).fix()).as("its import gave no right").contains("update ", "'" + bob + "'");
        }
    }

    private static String statement(Finding finding) {
        return finding.fix().substring(finding.fix().indexOf("update ")).replace(";", "");
    }

    private List<Finding> findings(OpenHost host) {
        Class<?>[] entities = host.emf().getMetamodel().getEntities().stream()
                .map(entity -> entity.getJavaType())
                .toArray(Class<?>[]::new);
        return SharedColumnChecks.of(host.pool(), EntityModel.of(entities[0], entities), rules);
    }

    private static UserId add(OpenHost host, Identifier proven) {
        return host.store()
                .alone(tx -> tx.users()
                        .insert(new NewUser(
                                List.of(IdentifierAssignment.proven(proven, NOW)),
                                null,
                                UserInfo.Status.ORDINARY,
                                new UserInfo.Dates(NOW, null, null),
                                SettingsJson.EMPTY,
                                RowTimes.fresh(NOW))));
    }
}
