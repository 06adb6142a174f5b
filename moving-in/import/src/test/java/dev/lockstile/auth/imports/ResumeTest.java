package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.history.ImportHistory;
import dev.lockstile.auth.imports.internal.journal.RunState;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.MongoPhoneOtpPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is broken off goes on to the very state of one that was not; damaged files say where. */
final class ResumeTest {

    private static final String PEOPLE = "select u.email, u.phone, u.username, u.is_active, u.joined_at, l.legacy_id,"
            + " l.run_id, l.fingerprint from auth_user u join auth_legacy_link l on l.entity = 'users' and l.local_ref ="
            + " cast(u.id as varchar) order by l.legacy_id";

    @TempDir
    private Path folder;

    private final JpaHost host = JpaHost.onH2();
    private final List<QuarantineEntry> quarantine = new ArrayList<>();

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void a_run_broken_off_after_any_batch_resumes_to_the_state_of_an_undisturbed_one() {
        Path file = LegacyDump.copied("biograph.users.jsonl.gz", folder);
        ImportReport whole;
        List<Map<String, String>> rows;
        try (JpaHost other = JpaHost.onH2()) {
            whole = users(other).run(Sources.file(file), new MongoPhoneOtpPreset(), ImportWatch.none());
            rows = other.rows(PEOPLE);
        }

        for (int stop = 1; stop <= 3; stop++) {
            int until = stop * 40;
            assertThatThrownBy(() -> again(file, stopping(until))).isInstanceOf(UncheckedIOException.class);
            assertThat(state()).isEqualTo(RunState.FAILED.text());
        }
        quarantine.clear();
        ImportReport resumed = again(file, quarantine::add);

        assertThat(state()).isEqualTo(RunState.FINISHED.text());
        assertThat(host.rows(PEOPLE)).isEqualTo(rows);
        assertThat(resumed.entities()).isEqualTo(whole.entities());
        assertThat(resumed.warnings()).isEqualTo(whole.warnings());
        assertThat(resumed.socialProviders()).isEqualTo(whole.socialProviders());
        assertThat(quarantine)
                .hasSize((int) whole.people().in(State.QUARANTINED))
                .doesNotHaveDuplicates();
    }

    @Test
    void roles_and_names_are_those_of_the_run_that_was_broken_off() {
        SmallLegacy old = new SmallLegacy();
        for (long id = 1; id <= 4; id++) {
            old.user(id, "is_staff", "true").profile(id, id, "role", "'COMMERCE'");
        }
        UserImport began = new UserImport(
                target(host), ImportOptions.defaults().withBatchSize(1).withRoles(List.of("COMMERCE")));
        try (Source source = old.source()) {
            assertThatThrownBy(() -> began.run(source, JbDrfAuthPreset.discovering(), stopping(2)))
                    .isInstanceOf(UncheckedIOException.class);
        }
        ImportReport resumed;
        try (Source source = old.source()) {
            resumed = new UserImport(target(host), ImportOptions.defaults())
                    .resume(source, JbDrfAuthPreset.discovering(), ImportWatch.none())
                    .orElseThrow();
        }
        assertThat(host.count("select count(*) from auth_profile where role = 'COMMERCE'"))
                .isEqualTo(4);
        assertThat(resumed.warnings()).doesNotContainKey("role_not_listed");
        assertThat(resumed.named().get("privileged").count()).isEqualTo(4);
        assertThat(resumed.named().get("privileged").first())
                .extracting(person -> person.names().get("email") + " " + person.detail())
                .containsExactlyInAnyOrder(
                        "user1@example.com staff, role COMMERCE",
                        "user2@example.com staff, role COMMERCE",
                        "user3@example.com staff, role COMMERCE",
                        "user4@example.com staff, role COMMERCE");
    }

    @Test
    void a_second_row_whose_main_row_went_to_quarantine_before_the_end_comes_in_after_it() {
        SmallLegacy stranger = new SmallLegacy();
        stranger.user(9, "email", "'ann@example.com'", "username", "null");
        new Importing(host.store()).run(stranger.source());
        String url = "jdbc:h2:mem:halved_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
        JdbcDataSource tables = new JdbcDataSource();
        tables.setURL(url);
        Sql.execute(
                tables,
                "create table fu_users (id int primary key, email varchar, hashed_password varchar, is_active boolean,"
                        + " is_superuser boolean, is_verified boolean)",
                "create table users (id int primary key, username varchar, email varchar, hashed_password varchar,"
                        + " is_active int, role varchar, is_superuser boolean, is_verified boolean)",
                "insert into fu_users values (1, 'ann@example.com', '!disabled', true, false, true)",
                "insert into users values (7, 'ann', 'ann@example.com', '!disabled', 1, 'user', false, true)");

        try (Source source = JdbcSource.open(new SourceAccess(url, null, null))) {
            assertThatThrownBy(() -> users(host).run(source, new FastApiUsersPreset(), stopping(1)))
                    .isInstanceOf(UncheckedIOException.class);
        }
        ImportReport resumed;
        try (Source source = JdbcSource.open(new SourceAccess(url, null, null))) {
            resumed = users(host)
                    .resume(source, new FastApiUsersPreset(), quarantine::add)
                    .orElseThrow();
        }

        assertThat(resumed.entities().get("fu_users").in(State.QUARANTINED)).isEqualTo(1);
        assertThat(resumed.entities().get("users").in(State.CREATED)).isEqualTo(1);
        assertThat(host.rows("select username from auth_user where username is not null"))
                .containsExactly(Map.of("username", "ann"));
    }

    @Test
    void there_is_nothing_to_resume_after_a_run_that_was_finished() {
        Path file = LegacyDump.copied("biograph.users.jsonl.gz", folder);
        users(host).run(Sources.file(file), new MongoPhoneOtpPreset(), ImportWatch.none());

        assertThat(users(host).resume(Sources.file(file), new MongoPhoneOtpPreset(), ImportWatch.none()))
                .isEmpty();
    }

    @Test
    void a_source_whose_rows_have_moved_is_not_resumed_by_numbers_and_a_new_run_loses_nobody() throws IOException {
        List<String> lines =
                Files.readAllLines(LegacyDump.unpacked("biograph.users.jsonl.gz", folder), StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("people.jsonl"), lines);
        assertThatThrownBy(() -> again(file, stopping(100))).isInstanceOf(UncheckedIOException.class);
        Files.write(file, lines.subList(1, lines.size()));

        assertThatThrownBy(() -> again(file, ImportWatch.none()))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("begin a new run");
        ImportReport anew = users(host).run(Sources.file(file), new MongoPhoneOtpPreset(), ImportWatch.none());

        assertThat(anew.people().read()).isEqualTo(lines.size() - 1);
        assertThat(Stream.of(State.values()).mapToLong(anew.people()::in).sum())
                .as("everybody who was read is accounted for")
                .isEqualTo(lines.size() - 1);
        assertThat(host.count("select count(*) from auth_user"))
                .as("and whoever left the source after the first run stays")
                .isEqualTo(anew.people().in(State.CREATED) + anew.people().in(State.UNCHANGED) + 1);
    }

    @Test
    void rows_removed_or_swapped_within_a_batch_that_is_done_are_noticed() throws IOException {
        List<String> lines =
                Files.readAllLines(LegacyDump.unpacked("biograph.users.jsonl.gz", folder), StandardCharsets.UTF_8);
        List<String> removed = new ArrayList<>(lines);
        removed.remove(5);
        List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, 5, 150);
        Path file = Files.write(folder.resolve("people.jsonl"), lines);
        assertThatThrownBy(() -> again(file, stopping(100))).isInstanceOf(UncheckedIOException.class);
        for (List<String> changed : List.of(removed, swapped)) {
            Files.write(file, changed);
            assertThatThrownBy(() -> again(file, ImportWatch.none()))
                    .isInstanceOf(SourceUnusableException.class)
                    .hasMessageContaining("begin a new run");
        }
        Files.write(file, lines);
        assertThat(again(file, ImportWatch.none()).people().read()).isEqualTo(lines.size());
    }

    @Test
    void a_file_that_is_cut_tells_after_which_line_and_nothing_is_written() throws IOException {
        byte[] packed = Files.readAllBytes(LegacyDump.copied("biograph.users.jsonl.gz", folder));
        Path cut = folder.resolve("cut.jsonl.gz");
        Files.write(cut, Arrays.copyOf(packed, packed.length / 2));

        refused(cut, "cut.jsonl.gz breaks off after line ");
    }

    @Test
    void a_broken_line_in_the_middle_is_told_with_its_number_and_nothing_is_written() throws IOException {
        List<String> lines = new ArrayList<>(
                Files.readAllLines(LegacyDump.unpacked("biograph.users.jsonl.gz", folder), StandardCharsets.UTF_8));
        lines.set(149, lines.get(149).substring(0, 60));
        Path broken = folder.resolve("broken.jsonl");
        Files.write(broken, lines);

        refused(broken, "broken.jsonl, line 150: not JSON");
    }

    @Test
    void a_wrong_encoding_is_told_with_its_line() throws IOException {
        Path latin = folder.resolve("latin.jsonl");
        Files.writeString(latin, "{\"_id\": 1}\n{\"_id\": 2, \"name\": \"Jos\u00e9\"}\n", StandardCharsets.ISO_8859_1);

        refused(latin, "latin.jsonl, line 2, column 24: not in UTF-8");
    }

    private void refused(Path file, String message) {
        assertThatThrownBy(() -> users(host).run(Sources.file(file), new MongoPhoneOtpPreset(), ImportWatch.none()))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining(message);
        assertThat(host.count("select count(*) from auth_user")).isZero();
        assertThat(state()).isEqualTo(RunState.FAILED.text());
    }

    /** The first run, or one that goes on. */
    private ImportReport again(Path file, ImportWatch watch) {
        try (Source source = Sources.file(file)) {
            UserImport users = users(host);
            return users.resume(source, new MongoPhoneOtpPreset(), watch)
                    .orElseGet(() -> users.run(source, new MongoPhoneOtpPreset(), watch));
        }
    }

    /** A watch whose disk is full from a place on. */
    private static ImportWatch stopping(int people) {
        return new ImportWatch() {
            @Override
            public void quarantined(QuarantineEntry entry) {}

            @Override
            public void progress(long read) {
                if (read >= people) {
                    throw new UncheckedIOException(new IOException("No space left on device"));
                }
            }
        };
    }

    private String state() {
        List<ImportRunRow> runs = new ImportHistory(host.store()).latest(1);
        return runs.get(0).state();
    }

    private static UserImport users(JpaHost target) {
        return new UserImport(target(target), ImportOptions.defaults().withBatchSize(20));
    }

    private static ImportTarget target(JpaHost target) {
        return new ImportTarget(
                target.store(),
                IdentifierRules.standard(),
                Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
                        .formats(),
                Clock.fixed(Importing.NOW, ZoneOffset.UTC));
    }
}
