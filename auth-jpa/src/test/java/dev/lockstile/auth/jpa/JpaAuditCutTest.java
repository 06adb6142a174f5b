package dev.lockstile.auth.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.event.AuditRecords.Entry;
import dev.lockstile.auth.event.AuditRecords.Page;
import dev.lockstile.auth.event.AuditRecords.Query;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.event.AuditTrail.Report.Broken;
import dev.lockstile.auth.event.AuditTrail.Report.Damage;
import dev.lockstile.auth.event.AuditTrail.Report.Intact;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Entries that another hand puts in to pass for a cut, or below one. */
final class JpaAuditCutTest extends AuditTrailFixture {

    private static final Instant LATER = T0.plus(Duration.ofDays(400));

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void a_made_up_cut_moves_no_beginning_of_an_export(TestDatabase database) {
        open(database);
        write(7);
        makeUpCut("(select digest from (select digest from " + table + " where id = 4) as d)");

        List<String> lines = new ArrayList<>();
        assertThat(trail.export(T0.plusMillis(6), lines::add).entries()).isEqualTo(6);
        assertThat(lines).hasSize(8).first().isEqualTo("{\"begins_after\":0,\"digest\":\"\"}");
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void a_made_up_cut_at_the_sealed_head_replaces_no_genuine_entry(TestDatabase database) {
        open(database);
        write(7);
        makeUpCut("(select digest from (select digest from " + table + " where id = 4) as d)");

        AuditTrail.Head sealed = trail.export(T0.plusMillis(4), line -> {});
        assertThat(trail.cut(sealed, LATER)).isEqualTo(4);
        host.sql("delete from " + table + " where id = 1000000");
        assertThat(numbers(trail.page(Query.all()))).containsExactly(8L, 7L, 6L, 5L);
        assertThat(trail.verify()).isInstanceOf(Intact.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void an_entry_put_in_below_a_cut_is_not_shown_and_is_told_of(TestDatabase database) {
        open(database);
        write(7);
        trail.cut(trail.export(T0.plusMillis(4), line -> {}), LATER);
        host.sql(insert(2, "'made-up'", "null", "'x'"));

        assertThat(numbers(trail.page(Query.all()))).containsExactly(8L, 7L, 6L, 5L);
        assertThat(trail.page(Query.all().named("made-up")).entries()).isEmpty();
        assertThat(trail.verify()).isEqualTo(new Broken(2, Damage.CHANGED));
        host.sql("delete from " + table + " where id = 2", insert(4, "'made-up'", "null", "'x'"));
        assertThat(trail.verify()).isEqualTo(new Broken(4, Damage.CHANGED));
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void what_a_cut_left_is_proven_too(TestDatabase database) {
        open(database);
        write(7);
        AuditTrail.Head sealed = trail.export(T0.plusMillis(4), line -> {});
        host.sql("create table kept_rows as select * from " + table + " where id <= 4");
        trail.cut(sealed, LATER);
        host.sql("insert into " + table + " select * from kept_rows where id > 1", "drop table kept_rows");
        assertThat(trail.verify()).isInstanceOf(Intact.class);

        host.sql("update " + table + " set detail = 'x' where id = 3");
        assertThat(trail.verify()).isEqualTo(new Broken(3, Damage.CHANGED));
        host.sql("delete from " + table + " where id = 3");
        assertThat(trail.verify()).isEqualTo(new Broken(2, Damage.CHANGED));
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void a_head_from_before_a_cut_is_refused_and_not_passed(TestDatabase database) {
        open(database);
        write(7);
        AuditTrail.Head early = trail.export(T0.plusMillis(2), line -> {});
        trail.cut(trail.export(T0.plusMillis(4), line -> {}), LATER);

        for (AuditTrail.Head below : List.of(early, new AuditTrail.Head(3, "made-up"))) {
            assertThatThrownBy(() -> trail.verify(List.of(below)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("up to entry 4");
        }
    }

    private void makeUpCut(String digest) {
        host.sql(insert(1_000_000, "'sys_audit_cut'", "concat('cut up to 4:', " + digest + ")", "'x'"));
    }

    private String insert(long id, String name, String detail, String digest) {
        return "insert into " + table + " (id, happened_at, name, succeeded, detail, digest) values (" + id
                + ", timestamp '2026-01-01 00:00:00', " + name + ", true, " + detail + ", " + digest + ")";
    }

    private static List<Long> numbers(Page page) {
        return page.entries().stream().map(Entry::number).toList();
    }
}
