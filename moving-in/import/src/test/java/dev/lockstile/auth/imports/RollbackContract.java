package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.imports.internal.journal.RunState;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.RollbackReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.rollback.RunRollback;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run is taken back: the database is as it was before, row by row, but for what was used since. */
abstract class RollbackContract {

    private static final Instant LATER = Importing.NOW.plus(Duration.ofDays(1));
    private static final List<String> TABLES =
            List.of("auth_user", "auth_profile", "auth_device", "auth_social_account", "auth_legacy_link");

    private final List<QuarantineEntry> told = new ArrayList<>();
    private JpaHost host;
    private Importing importing;

    abstract JpaHost openHost();

    @BeforeEach
    void open() {
        host = openHost();
        importing = new Importing(host.store());
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void the_database_is_as_it_was_before_row_by_row() {
        importing.run(new SmallLegacy().user(1).profile(1, 1).source(), withSystem("first"));
        Map<String, List<Map<String, String>>> before = rows();

        ImportReport report = run(LegacyDump.jbDrfAuth(), JbDrfAuthPreset.discovering());
        assertThat(rows()).isNotEqualTo(before);
        RollbackReport back = rollback(report);

        assertThat(rows()).isEqualTo(before);
        assertThat(back.isWhole()).isTrue();
        assertThat(back.removed("users")).isEqualTo(304);
        assertThat(back.removed("devices")).isEqualTo(154);
        assertThat(told).isEmpty();
        assertThat(host.rows("select state from auth_import_run where run_id = '"
                        + report.run().runId() + "'"))
                .containsExactly(Map.of("state", RunState.ROLLED_BACK.text()));
    }

    @Test
    void a_run_after_a_rollback_brings_everybody_in_again() {
        ImportReport first = run(LegacyDump.fastApiUsers(), new FastApiUsersPreset());
        assertThat(rollback(first).isWhole()).isTrue();
        assertThat(host.count("select count(*) from auth_user")).isZero();

        ImportReport second = run(LegacyDump.fastApiUsers(), new FastApiUsersPreset());

        assertThat(second.entities()).isEqualTo(first.entities());
    }

    @Test
    void whoever_has_used_the_account_stays_whole_and_is_told() {
        SmallLegacy old = new SmallLegacy();
        for (int id = 1; id <= 6; id++) {
            old.user(id).profile(id, id).device(id, id).social(id, id, "sub" + id);
        }
        ImportReport report = importing.run(old.source());
        use(1, tx -> tx.users().recordLogin(user(1), LATER));
        use(4, tx -> tx.users().setActive(user(4), false, LATER));
        Map<String, List<Map<String, String>>> used = rows();

        RollbackReport back = rollback(report);

        assertThat(back.entities().get("users")).isEqualTo(Map.of("removed", 4L, "used_since", 2L));
        assertThat(back.entities().get("profiles")).isEqualTo(Map.of("removed", 4L, "owner_kept", 2L));
        assertThat(back.isWhole()).isFalse();
        assertThat(told.stream().filter(entry -> entry.entity().equals("users")))
                .extracting(QuarantineEntry::legacyId)
                .containsExactlyInAnyOrder("1", "4");
        Map<String, List<Map<String, String>>> left = rows();
        left.forEach(
                (table, rows) -> assertThat(used.get(table)).describedAs(table).containsAll(rows));
        TABLES.forEach(table -> assertThat(left.get(table)).describedAs(table).hasSize(table.endsWith("link") ? 8 : 2));
    }

    @Test
    void somebody_whom_rows_of_the_host_refer_to_stays() {
        SmallLegacy old = new SmallLegacy().user(1).user(2).user(3);
        ImportReport report = importing.run(old.source());
        host.execute(
                "create table orders (id bigint primary key, user_id bigint not null references auth_user (id))",
                "insert into orders values (1, " + user(2) + ")");

        RollbackReport back = rollback(report);

        assertThat(back.entities().get("users")).isEqualTo(Map.of("removed", 2L, "referred_to", 1L));
        assertThat(host.count("select count(*) from auth_profile")).isEqualTo(1);
    }

    @Test
    void what_a_later_run_added_to_somebody_who_was_here_goes_without_that_person() {
        SmallLegacy old = new SmallLegacy().user(1).profile(1, 1);
        importing.run(old.source());
        Map<String, List<Map<String, String>>> before = rows();
        ImportReport later = importing.run(old.device(1, 1).profile(2, 1).source());
        assertThat(host.count("select count(*) from auth_profile")).isEqualTo(2);

        assertThat(rollback(later).isWhole()).isTrue();

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void an_earlier_run_waits_for_the_later_ones() {
        SmallLegacy old = new SmallLegacy().user(1);
        ImportReport first = importing.run(old.source());
        ImportReport second = importing.run(old.user(2).source());

        assertThatThrownBy(() -> rollback(first))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(second.run().runId());
        rollback(second);
        assertThat(rollback(first).removed("users")).isEqualTo(1);
        assertThat(host.count("select count(*) from auth_user")).isZero();
    }

    @Test
    void a_later_run_that_wrote_nothing_stands_in_nobody_s_way() {
        SmallLegacy old = new SmallLegacy().user(1).user(2, "email", "'user1@example.com'", "username", "null");
        ImportReport first = importing.run(old.source());
        ImportReport nothing = importing.run(old.source());
        assertThat(nothing.run().runId()).isNotEqualTo(first.run().runId());

        assertThat(rollback(first).removed("users")).isEqualTo(1);
        assertThat(host.count("select count(*) from auth_user")).isZero();
    }

    @Test
    void a_later_run_that_updated_somebody_has_to_go_first() {
        SmallLegacy old = new SmallLegacy().user(1);
        ImportReport first = importing.run(old.source());
        old.execute("update authentication_user set is_active = false where id = 1");
        ImportReport second = importing.run(old.source());
        assertThat(second.entities().get("users").in(State.UPDATED)).isEqualTo(1);

        assertThatThrownBy(() -> rollback(first))
                .hasMessageContaining(second.run().runId());
    }

    @Test
    void a_run_nobody_knows_is_refused() {
        assertThatThrownBy(() -> new RunRollback(host.store(), Clock.systemUTC()).run("none", told::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no run none");
    }

    private ImportReport run(String url, Preset preset) {
        return importing.run(Sources.open(new SourceAccess(url, null, null)), preset, ImportOptions.defaults());
    }

    private static ImportOptions withSystem(String name) {
        return ImportOptions.defaults().withSystem(name);
    }

    private RollbackReport rollback(ImportReport report) {
        return new RunRollback(host.store(), Clock.fixed(LATER, ZoneOffset.UTC))
                .run(report.run().runId(), told::add);
    }

    private void use(int id, Consumer<AuthTx> work) {
        assertThat(user(id)).isNotNull();
        host.store().alone(tx -> {
            work.accept(tx);
            return true;
        });
    }

    private UserId user(int id) {
        String ref = host.rows(
                        "select local_ref from auth_legacy_link where entity = 'users' and legacy_id = '" + id + "'")
                .get(0)
                .get("local_ref");
        return host.store().userId(ref).orElseThrow();
    }

    private Map<String, List<Map<String, String>>> rows() {
        Map<String, List<Map<String, String>>> all = new TreeMap<>();
        TABLES.forEach(table -> all.put(table, host.rows("select * from " + table + " order by id")));
        return all;
    }
}
