package dev.lockstile.auth.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuditFailedException;
import dev.lockstile.auth.event.AuditRecords.Entry;
import dev.lockstile.auth.event.AuditRecords.Page;
import dev.lockstile.auth.event.AuditRecords.Query;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.event.AuditTrail.Report.Broken;
import dev.lockstile.auth.event.AuditTrail.Report.Damage;
import dev.lockstile.auth.event.AuditTrail.Report.Intact;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The audit trail read, exported and cut: a cut is part of the chain, and hides no tampering. */
final class JpaAuditRecordsTest extends AuditTrailFixture {

    private static final Instant LATER = T0.plus(Duration.ofDays(400));

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void entries_are_paged_the_latest_first_also_those_of_one_time(TestDatabase database) {
        open(database);
        write(7);
        for (int i = 0; i < 3; i++) {
            trail.on(new AuthEvent.SignInFailed(T0, new UserId(99L), "password", "wrong password"));
        }

        List<Long> numbers = new ArrayList<>();
        Query query = Query.all().sized(2);
        Page page = trail.page(query);
        numbers.addAll(numbers(page));
        while (page.next() != null) {
            page = trail.page(query.after(page.next()));
            numbers.addAll(numbers(page));
        }
        assertThat(numbers).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 10L, 9L, 8L, 1L);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void entries_are_found_by_account_actor_name_and_time(TestDatabase database) {
        open(database);
        write(4);
        Actor admin = new Actor(new UserId(7L), new SessionId("s7"), "ticket 4711");
        trail.on(new AuthEvent.AccountStatusChanged(T0.plusSeconds(9), new UserId(2L), "disabled", admin));

        assertThat(numbers(trail.page(Query.all().ofUser("2")))).containsExactly(5L, 3L);
        assertThat(numbers(trail.page(Query.all().byActor("7")))).containsExactly(5L);
        assertThat(trail.page(Query.all().byActor("7")).entries().get(0).actor())
                .isEqualTo("7");
        assertThat(numbers(trail.page(Query.all().named("authn_login_fail")))).containsExactly(4L, 2L);
        assertThat(numbers(trail.page(Query.all().between(T0.plusMillis(1), T0.plusMillis(3)))))
                .containsExactly(3L, 2L);
        assertThat(trail.page(Query.all().ofUser("' or 1=1 --")).entries()).isEmpty();
        assertThat(trail.verify()).isInstanceOf(Intact.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void an_acting_user_that_is_changed_shows(TestDatabase database) {
        open(database);
        Actor admin = new Actor(new UserId(7L), new SessionId("s7"), null);
        trail.on(new AuthEvent.AccountStatusChanged(T0, new UserId(2L), "disabled", admin));
        assertThat(trail.verify()).isInstanceOf(Intact.class);
        host.sql("update " + table + " set actor_ref = '8' where id = 1");
        assertThat(trail.verify()).isEqualTo(new Broken(1, Damage.CHANGED));
        host.sql("update " + table + " set actor_ref = null where id = 1");
        assertThat(trail.verify()).isEqualTo(new Broken(1, Damage.CHANGED));
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void an_export_gives_each_entry_with_its_digest_and_the_head(TestDatabase database) {
        open(database);
        write(5);
        List<String> lines = new ArrayList<>();

        AuditTrail.Head head = trail.export(null, lines::add);
        assertThat(head).isEqualTo(trail.head());
        assertThat(lines).hasSize(7);
        assertThat(lines.get(0)).isEqualTo("{\"begins_after\":0,\"digest\":\"\"}");
        assertThat(lines.get(1))
                .startsWith("{\"entry\":1,\"at\":\"2026-11-22T08:00:00.123456Z\"")
                .contains("\"digest\":\"");
        assertThat(lines.get(6)).startsWith("{\"entries\":5,\"digest\":\"" + head.digest());
        assertThat(trail.export(T0.plusMillis(3), line -> {}).entries()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void an_export_ends_at_an_entry_that_was_changed_or_removed(TestDatabase database) {
        open(database);
        write(5);
        host.sql("update " + table + " set detail = 'x' where id = 3");
        assertThatThrownBy(() -> trail.export(null, line -> {}))
                .isInstanceOf(AuditFailedException.class)
                .hasMessageContaining("entry 3");
        host.sql("delete from " + table + " where id = 2");
        assertThatThrownBy(() -> trail.export(null, line -> {}))
                .isInstanceOf(AuditFailedException.class)
                .hasMessageContaining("entry 2");
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES", "MARIADB"})
    void a_cut_is_in_the_chain_and_the_rest_stays_intact(TestDatabase database) {
        open(database);
        write(7);
        AuditTrail.Head kept = trail.head();

        AuditTrail.Head sealed = trail.export(T0.plusMillis(4), line -> {});
        assertThat(trail.cut(sealed, LATER)).isEqualTo(4);
        assertThat(numbers(trail.page(Query.all()))).containsExactly(8L, 7L, 6L, 5L);
        assertThat(trail.page(Query.all()).entries().get(0).detail()).isEqualTo("cut up to " + sealed);
        assertThat(trail.verify(List.of(sealed, kept)))
                .isEqualTo(new Intact(8, trail.head().digest()));
        write(2);
        assertThat(trail.cut(trail.export(null, line -> {}), LATER)).isEqualTo(6);
        assertThat(numbers(trail.page(Query.all()))).containsExactly(11L);
        assertThat(trail.verify()).isInstanceOf(Intact.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void a_cut_that_was_broken_off_is_repeated(TestDatabase database) {
        open(database);
        write(7);
        AuditTrail.Head sealed = trail.export(T0.plusMillis(4), line -> {});
        host.sql("create table kept_rows as select * from " + table + " where id = 4");
        trail.cut(sealed, LATER);
        host.sql("insert into " + table + " select * from kept_rows", "drop table kept_rows");

        assertThat(trail.verify()).isInstanceOf(Intact.class);
        assertThat(trail.cut(sealed, LATER)).isEqualTo(1);
        assertThat(numbers(trail.page(Query.all()))).containsExactly(8L, 7L, 6L, 5L);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void a_head_that_the_trail_does_not_go_through_cuts_nothing(TestDatabase database) {
        open(database);
        write(5);
        for (AuditTrail.Head wrong : List.of(
                new AuditTrail.Head(3, "made-up"),
                new AuditTrail.Head(9, trail.head().digest()))) {
            assertThatThrownBy(() -> trail.cut(wrong, LATER)).isInstanceOf(AuditFailedException.class);
        }
        assertThat(trail.cut(new AuditTrail.Head(0, ""), LATER)).isZero();
        assertThat(trail.head().entries()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void without_the_key_no_cut_can_be_made_up(TestDatabase database) {
        open(database);
        String digest4 = "(select digest from (select digest from %s where id = 4) as d)";
        shows(Damage.MISSING, 1, "delete from %s where id <= 4");
        shows(
                Damage.CHANGED,
                6,
                "update %s set name = 'sys_audit_cut', detail = concat('cut up to 4:', " + digest4 + ") where id = 6",
                "delete from %s where id <= 4");
        shows(
                Damage.MISSING,
                1,
                "update %s set name = 'sys_audit_cut', detail = concat('cut up to 4:', " + digest4 + ") where id = 3",
                "delete from %s where id <= 2");
        assertThat(trail.verify()).isInstanceOf(Broken.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void more_than_what_was_cut_is_missed(TestDatabase database) {
        open(database);
        write(7);
        trail.cut(trail.export(T0.plusMillis(3), line -> {}), LATER);
        host.sql("delete from " + table + " where id = 4");
        assertThat(trail.verify()).isEqualTo(new Broken(4, Damage.MISSING));
    }

    private static List<Long> numbers(Page page) {
        return page.entries().stream().map(Entry::number).toList();
    }
}
