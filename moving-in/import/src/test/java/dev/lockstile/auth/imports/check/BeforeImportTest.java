package dev.lockstile.auth.imports.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.internal.journal.RunState;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that can be wrong before an import, once. */
final class BeforeImportTest {

    private static final long MUCH = 1L << 40;

    private final MigrationFixture fixture = new MigrationFixture(new InMemoryAuthStore());
    private final SmallLegacy legacy = new SmallLegacy();
    private final Instant now = fixture.clock.instant();

    @TempDir
    private Path folder;

    private Path backup;

    @BeforeEach
    void backup() throws IOException {
        backup = Files.writeString(folder.resolve("old.dump"), "rows");
        Files.setLastModifiedTime(backup, FileTime.from(now.minusSeconds(60)));
    }

    private static MigrationWiring wired(Instant until, Channel... channels) {
        return new MigrationWiring(Set.of(channels), until);
    }

    private MigrationWiring well() {
        return wired(now.plus(Duration.ofDays(7)), Channel.EMAIL, Channel.SMS);
    }

    private List<String> check() {
        return check(ImportOptions.defaults(), new BeforeImport.Environment(backup, Optional.of(well()), MUCH));
    }

    private List<String> check(BeforeImport.Environment around) {
        return check(ImportOptions.defaults(), around);
    }

    private List<String> check(ImportOptions options, BeforeImport.Environment around) {
        try (Source source = legacy.source()) {
            return words(new BeforeImport(fixture.target(), options, around).of(source, JbDrfAuthPreset.discovering()));
        }
    }

    /** Id and severity; every finding says what to do. */
    private static List<String> words(List<CheckFinding> found) {
        assertThat(found).allSatisfy(one -> {
            assertThat(one.cause()).isNotBlank();
            assertThat(one.fix()).isNotBlank();
        });
        return found.stream()
                .map(one -> one.id() + (one.error() ? " error" : " warning"))
                .toList();
    }

    @Test
    void a_source_in_order_and_a_host_in_order_have_no_findings() {
        legacy.user(1).profile(2, 1);
        assertThat(check()).isEmpty();
    }

    @Test
    void a_backup_is_named_full_and_fresh() throws IOException {
        legacy.user(1);
        Optional<MigrationWiring> wiring = Optional.of(well());
        assertThat(check(new BeforeImport.Environment(null, wiring, MUCH))).containsExactly("MB-01 warning");
        assertThat(check(new BeforeImport.Environment(folder.resolve("none"), wiring, MUCH)))
                .containsExactly("MB-01 error");
        Files.setLastModifiedTime(backup, FileTime.from(now.minus(Duration.ofHours(25))));
        assertThat(check()).containsExactly("MB-01 error");
        assertThat(check(new BeforeImport.Environment(Files.createFile(folder.resolve("empty")), wiring, MUCH)))
                .containsExactly("MB-01 error");
    }

    @Test
    void a_source_that_cannot_be_opened() {
        assertThat(words(new BeforeImport(
                                fixture.target(),
                                ImportOptions.defaults(),
                                new BeforeImport.Environment(backup, Optional.empty(), MUCH))
                        .unreadable(new SourceUnusableException("the server says no"))))
                .containsExactly("MB-02 error");
    }

    @Test
    void a_table_or_a_column_that_is_missing() {
        legacy.execute("alter table authentication_user drop column is_verified");
        assertThat(check()).containsExactly("MB-03 error");
        legacy.execute("drop table authentication_user");
        assertThat(check()).containsExactly("MB-03 error");
    }

    @Test
    void an_empty_source() {
        assertThat(check()).containsExactly("MB-04 error");
    }

    @Test
    void hashes_of_no_kind_that_is_known() {
        legacy.user(1, "password", "'secret'").user(2);
        assertThat(check()).containsExactly("MB-05 warning");
    }

    @Test
    void people_who_share_an_address() {
        legacy.user(1, "email", "'a@example.com'").user(2, "email", "'A@Example.com'");
        assertThat(check()).containsExactly("MB-06 warning");
    }

    @Test
    void phones_of_no_country() {
        legacy.user(1, "phone", "'55 1234 5678'");
        BeforeImport.Environment around = new BeforeImport.Environment(backup, Optional.of(well()), MUCH);
        assertThat(check()).containsExactly("MB-07 warning");
        assertThat(check(ImportOptions.defaults().withDefaultRegion("MX"), around))
                .isEmpty();
    }

    @Test
    void rows_that_would_lose_something() {
        legacy.user(1, "settings", "'[1]'");
        assertThat(check()).containsExactly("MB-08 warning");
    }

    @Test
    void a_host_without_a_ledger() {
        legacy.user(1);
        try (JpaHost host = JpaHost.withoutLedger();
                Source source = legacy.source()) {
            assertThat(words(new BeforeImport(
                                    on(host.store()),
                                    ImportOptions.defaults(),
                                    new BeforeImport.Environment(backup, Optional.of(well()), MUCH))
                            .of(source, JbDrfAuthPreset.discovering())))
                    .containsExactly("MB-09 error");
        }
    }

    @Test
    void a_store_without_the_verbs_of_an_import_is_refused() {
        legacy.user(1);
        AuthStore plain = new PlainStore(new InMemoryAuthStore());
        try (Source source = legacy.source()) {
            assertThat(words(new BeforeImport(
                                    on(plain),
                                    ImportOptions.defaults(),
                                    new BeforeImport.Environment(backup, Optional.of(well()), MUCH))
                            .of(source, JbDrfAuthPreset.discovering())))
                    .containsExactly("MB-09 error");
            UserImport run = new UserImport(on(plain), ImportOptions.defaults());
            assertThatThrownBy(() -> run.run(source, JbDrfAuthPreset.discovering(), ImportWatch.none()))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("cannot be the target of an import");
        }
    }

    private ImportTarget on(AuthStore store) {
        ImportTarget usual = fixture.target();
        return new ImportTarget(store, usual.rules(), usual.formats(), usual.clock());
    }

    @Test
    void messages_that_reach_nobody() {
        legacy.user(1, "phone", "'+525512345678'");
        Instant until = now.plus(Duration.ofDays(7));
        assertThat(check(new BeforeImport.Environment(backup, Optional.empty(), MUCH)))
                .containsExactly("MB-10 warning");
        assertThat(check(new BeforeImport.Environment(backup, Optional.of(wired(until, Channel.EMAIL)), MUCH)))
                .containsExactly("MB-10 error");
        assertThat(check(new BeforeImport.Environment(backup, Optional.of(wired(until)), MUCH)))
                .containsExactly("MB-10 error", "MB-10 error");
    }

    @Test
    void nobody_needs_text_messages_where_nobody_has_a_phone() {
        legacy.user(1);
        MigrationWiring mail = wired(now.plus(Duration.ofDays(7)), Channel.EMAIL);
        assertThat(check(new BeforeImport.Environment(backup, Optional.of(mail), MUCH)))
                .isEmpty();
    }

    @Test
    void old_tokens_without_a_bridge_or_past_its_deadline() {
        legacy.user(1);
        assertThat(check(new BeforeImport.Environment(backup, Optional.of(wired(null, Channel.EMAIL)), MUCH)))
                .containsExactly("MB-11 warning");
        assertThat(check(new BeforeImport.Environment(backup, Optional.of(wired(now, Channel.EMAIL)), MUCH)))
                .containsExactly("MB-11 error");
    }

    @Test
    void a_disk_without_room() {
        legacy.user(1);
        assertThat(check(new BeforeImport.Environment(backup, Optional.of(well()), 1000)))
                .containsExactly("MB-12 error");
    }

    @Test
    void a_run_that_was_broken_off() {
        legacy.user(1);
        fixture.store.alone(tx -> {
            ImportTx.in(tx)
                    .runs()
                    .open(new ImportRunRow(
                            "r1",
                            JbDrfAuthPreset.NAME,
                            JbDrfAuthPreset.NAME,
                            "old",
                            "{}",
                            RunState.FAILED.text(),
                            now,
                            null,
                            null));
            return true;
        });
        assertThat(check()).containsExactly("MB-13 warning");
    }

    @Test
    void columns_that_nothing_reads() {
        legacy.user(1);
        legacy.execute("alter table authentication_user add column stripe_customer_id varchar");
        assertThat(check()).containsExactly("MB-14 warning");
    }

    @Test
    void other_sites_that_people_sign_in_with_are_served() {
        legacy.user(1).social(1, 1, "sub-1").user(2).social(2, 2, "sub-2");
        assertThat(check()).as("not told").containsExactly("MB-16 warning");
        MigrationWiring none = well().withSocialProviders(Set.of("apple"));
        assertThat(check(new BeforeImport.Environment(backup, Optional.of(none), MUCH)))
                .containsExactly("MB-16 error");
        MigrationWiring all = well().withSocialProviders(Set.of("google", "apple"));
        assertThat(check(new BeforeImport.Environment(backup, Optional.of(all), MUCH)))
                .isEmpty();
        assertThat(check(new BeforeImport.Environment(backup, Optional.of(well()), MUCH, Set.of("apple"))))
                .as("told apart from the wiring")
                .containsExactly("MB-16 error");
    }
}
