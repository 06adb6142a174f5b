package dev.lockstile.auth.imports.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.options.ContentFile;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.rollback.RunRollback;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.imports.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that can be wrong after an import, once. */
final class AfterImportTest {

    private final JpaHost host = JpaHost.onH2();
    private final MigrationFixture fixture = new MigrationFixture(host.store());
    private final SmallLegacy legacy = new SmallLegacy();

    @AfterEach
    void close() {
        host.close();
    }

    private String moveIn() {
        try (Source source = legacy.source()) {
            return new UserImport(fixture.target(), ImportOptions.defaults())
                    .run(source, JbDrfAuthPreset.discovering(), entry -> {})
                    .run()
                    .runId();
        }
    }

    private List<String> check(String... accepted) {
        return words(findings(accepted));
    }

    private List<CheckFinding> findings(String... accepted) {
        try (Source source = legacy.source()) {
            Verification comparison = new Verification(fixture.target(), ImportOptions.defaults());
            return new AfterImport(fixture.target(), ImportOptions.defaults(), Set.of(accepted))
                    .of(source, JbDrfAuthPreset.discovering(), comparison);
        }
    }

    private static List<String> words(List<CheckFinding> found) {
        assertThat(found).allSatisfy(one -> assertThat(one.fix()).isNotBlank());
        return found.stream()
                .map(one -> one.id() + (one.error() ? " error" : " warning"))
                .toList();
    }

    @Test
    void people_who_came_in_well_have_no_findings() {
        legacy.user(1).profile(2, 1).user(3).user(4);
        legacy.execute("update authentication_user set deleted = timestamp with time zone '2021-01-01 00:00:00+00'"
                + " where id = 4");
        moveIn();
        assertThat(check()).isEmpty();
        moveIn();
        assertThat(check()).as("after a second run").isEmpty();
    }

    @Test
    void an_import_that_was_not_run_or_was_taken_back() {
        legacy.user(1);
        assertThat(check()).containsExactly("MA-01 error");
        String run = moveIn();
        assertThat(check()).isEmpty();
        new RunRollback(host.store(), fixture.clock).run(run, entry -> {});
        assertThat(check()).containsExactly("MA-01 error");
    }

    @Test
    void an_import_that_was_broken_off() {
        legacy.user(1);
        moveIn();
        host.execute("update auth_import_run set state = 'failed'");
        assertThat(check()).containsExactly("MA-02 error");
    }

    @Test
    void somebody_who_joined_over_there_since() {
        legacy.user(1);
        moveIn();
        legacy.user(2);
        assertThat(check()).containsExactly("MA-03 error");
    }

    @Test
    void a_field_that_differs() {
        legacy.user(1);
        moveIn();
        host.execute("update auth_user set is_staff = true");
        assertThat(check()).containsExactly("MA-04 error");
    }

    @Test
    void whoever_is_gone_may_have_asked_to_be() {
        legacy.user(1).device(2, 1);
        moveIn();
        host.execute("delete from auth_device");
        assertThat(findings()).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo("MA-04");
            assertThat(found.fix()).contains("and no others", "asked to be forgotten");
        });
    }

    @Test
    void a_row_that_changed_over_there_since() {
        legacy.user(1);
        moveIn();
        legacy.execute("update authentication_user set is_staff = true");
        assertThat(check()).containsExactly("MA-05 warning");
    }

    @Test
    void quarantine_that_nobody_has_looked_at() {
        legacy.user(1).user(2, "email", "''", "username", "''");
        moveIn();
        assertThat(check()).containsExactly("MA-06 error");
        assertThat(check("another_reason")).containsExactly("MA-06 error");
        assertThat(check("no_identifier")).isEmpty();
    }

    @Test
    void content_without_an_owner(@TempDir Path folder) throws IOException {
        legacy.user(1);
        Path posts = Files.writeString(folder.resolve("posts.jsonl"), "{\"_id\": \"p1\", \"user_id\": \"77\"}\n");
        try (Source source = legacy.source();
                Source content = Sources.file(posts)) {
            new UserImport(fixture.target(), ImportOptions.defaults(), List.of(new ContentFile("posts", content)))
                    .run(source, JbDrfAuthPreset.discovering(), entry -> {});
        }
        assertThat(check()).containsExactly("MA-07 warning");
        assertThat(check("orphan")).isEmpty();
    }

    @Test
    void a_person_with_two_default_profiles_or_none() {
        legacy.user(1).profile(2, 1).profile(3, 1, "is_default", "false");
        moveIn();
        host.execute("update auth_profile set is_default = false");
        assertThat(check()).contains("MA-08 error");
        host.execute("update auth_profile set is_default = true");
        assertThat(check()).contains("MA-08 error");
    }

    @Test
    void an_address_that_was_written_past_the_flows() {
        legacy.user(1);
        moveIn();
        host.execute("update auth_user set email = 'somebody.else@example.com'");
        assertThat(check()).contains("MA-09 error");
    }

    @Test
    void a_hash_that_sign_in_cannot_read() {
        legacy.user(1);
        moveIn();
        host.execute("update auth_user set password_hash = '$new$hash'");
        assertThat(check()).contains("MA-10 error");
    }

    @Test
    void old_tokens_that_are_exchanged_for_ever_or_not_any_more() {
        AfterImport check = new AfterImport(fixture.target(), ImportOptions.defaults(), Set.of());
        Instant now = fixture.clock.instant();
        assertThat(check.of(Optional.empty())).isEmpty();
        assertThat(check.of(Optional.of(new MigrationWiring(Set.of(), null)))).isEmpty();
        assertThat(check.of(Optional.of(new MigrationWiring(Set.of(), now.plus(Duration.ofDays(30))))))
                .isEmpty();
        assertThat(words(check.of(Optional.of(new MigrationWiring(Set.of(), now.plus(Duration.ofDays(365)))))))
                .containsExactly("MA-11 warning");
        assertThat(words(check.of(Optional.of(new MigrationWiring(Set.of(), now)))))
                .containsExactly("MA-11 warning");
    }
}
