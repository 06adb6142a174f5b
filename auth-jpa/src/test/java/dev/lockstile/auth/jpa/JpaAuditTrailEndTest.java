package dev.lockstile.auth.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.event.AuditFailedException;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.event.AuditTrail.Report.Broken;
import dev.lockstile.auth.event.AuditTrail.Report.Damage;
import dev.lockstile.auth.event.AuditTrail.Report.Intact;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Without the key no audit trail is cut off, emptied or given an old end unnoticed. */
final class JpaAuditTrailEndTest extends AuditTrailFixture {

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_trail_that_was_emptied_is_not_an_empty_one(TestDatabase database) {
        open(database);
        shows(Damage.MISSING, 1, "delete from %s where id < 7");
        shows(Damage.END_CHANGED, 1, "delete from %s");
        shows(Damage.NOT_BEGUN, 0, "delete from %s", "update %s_head set entries = 0, last_digest = '', digest = ''");
        assertThatThrownBy(() -> trail.on(event(1))).isInstanceOf(AuditFailedException.class);
        assertThatThrownBy(() -> trail.head()).isInstanceOf(AuditFailedException.class);
        assertThat(trail.verify()).isEqualTo(new Broken(0, Damage.NOT_BEGUN));
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_trail_is_begun_once_and_only_where_there_is_none(TestDatabase database) {
        open(database);
        assertThat(trail.begin()).isFalse();
        write(2);
        assertThat(trail.begin()).isFalse();
        host.sql("update " + table + "_head set entries = 0, last_digest = '', digest = ''");
        assertThatThrownBy(() -> trail.begin()).isInstanceOf(AuditFailedException.class);
        host.sql("update " + table + "_head set entries = 0, last_digest = '', digest = 'x'");
        assertThatThrownBy(() -> trail.begin()).isInstanceOf(AuditFailedException.class);
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_moved_or_doubled_record_of_the_end_is_told_and_nothing_goes_unheard(TestDatabase database) {
        open(database);
        shows(Damage.END_MISSING, 0, "update %s_head set id = 2");
        assertThatThrownBy(() -> trail.on(event(1))).isInstanceOf(AuditFailedException.class);
        shows(Damage.END_MISSING, 0, "delete from %s_head");
        shows(
                Damage.END_TWICE,
                0,
                "insert into %s_head (id, entries, last_digest, digest) select 2, entries, last_digest, digest from %s_head");
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void nothing_is_added_behind_an_end_that_is_not_authentic(TestDatabase database) {
        open(database);
        write(7);
        host.sql(
                "delete from " + table + " where id > 3",
                "update " + table + "_head set entries = 3, last_digest = (select digest from " + table
                        + " where id = 3)");
        JpaAuditTrail restarted = host.store().auditTrail(KEY, table);
        assertThatThrownBy(() -> restarted.on(event(1))).isInstanceOf(AuditFailedException.class);
        assertThat(restarted.verify()).isEqualTo(new Broken(3, Damage.END_CHANGED));
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void an_old_end_that_is_put_back_shows_by_a_head_that_was_kept(TestDatabase database) {
        open(database);
        AuditTrail.Head empty = trail.head();
        write(3);
        AuditTrail.Head third = trail.head();
        host.sql("create table kept_head as select * from " + table + "_head");
        write(4);
        AuditTrail.Head seventh = trail.head();
        assertThat(trail.verify(List.of(seventh, third, empty))).isInstanceOf(Intact.class);
        host.sql(
                "delete from " + table + " where id > 3",
                "delete from " + table + "_head",
                "insert into " + table + "_head select * from kept_head");
        assertThat(trail.verify(List.of(third))).isInstanceOf(Intact.class);
        assertThat(trail.verify(List.of(seventh))).isEqualTo(new Broken(7, Damage.SET_BACK));
        JpaAuditTrail restarted = host.store().auditTrail(KEY, table);
        for (int i = 0; i < 5; i++) {
            restarted.on(event(100 + i));
        }
        assertThat(restarted.verify()).isInstanceOf(Intact.class);
        assertThat(restarted.verify(List.of(third, seventh))).isEqualTo(new Broken(7, Damage.SET_BACK));
        assertThat(restarted.verify(List.of(AuditTrail.Head.parse("0:x")))).isEqualTo(new Broken(0, Damage.SET_BACK));
        host.sql("drop table kept_head");
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_node_that_saw_a_later_end_tells_and_goes_on_writing(TestDatabase database) {
        open(database);
        write(3);
        host.sql("create table kept_head as select * from " + table + "_head");
        write(4);
        host.sql(
                "delete from " + table + " where id > 3",
                "delete from " + table + "_head",
                "insert into " + table + "_head select * from kept_head");
        assertThatThrownBy(() -> trail.on(event(1)))
                .isInstanceOf(AuditFailedException.class)
                .hasMessageContaining("set back");
        trail.on(event(2));
        assertThat(trail.head().entries()).isEqualTo(5);
        host.sql("drop table kept_head");
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void heads_are_handed_out_once_for_all_nodes_and_a_keeper_that_fails_stops_nothing(TestDatabase database) {
        open(database);
        List<AuditTrail.Head> kept = new ArrayList<>();
        JpaAuditTrail one = trail.handingOut(3, kept::add);
        JpaAuditTrail two = host.store().auditTrail(KEY, table).handingOut(3, head -> {
            kept.add(head);
            throw new IllegalStateException("the other machine is down");
        });
        for (int i = 0; i < 7; i++) {
            (i % 2 == 0 ? one : two).on(event(i));
        }
        assertThat(kept).extracting(AuditTrail.Head::entries).containsExactly(3L, 6L);
        assertThat(trail.verify(kept)).isInstanceOf(Intact.class);
    }
}
