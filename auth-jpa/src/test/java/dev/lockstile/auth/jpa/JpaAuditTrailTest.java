package dev.lockstile.auth.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.event.AuditReport;
import dev.lockstile.auth.event.AuditReport.Broken;
import dev.lockstile.auth.event.AuditReport.Damage;
import dev.lockstile.auth.event.AuditReport.Intact;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.jpa.hosts.EachDatabase;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;
import dev.lockstile.auth.jpa.schema.AuthTable;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Whatever somebody does to the table without the key, the check shows it. */
@Timeout(120)
final class JpaAuditTrailTest {

    private static final Instant T0 = Instant.parse("2026-11-22T08:00:00.123456Z");
    private static final Secret KEY = AuthKeys.generate().auditKey();

    private OpenHost host;
    private String table;
    private JpaAuditTrail trail;

    private void open(TestDatabase database) {
        host = new OpenHost(TestHost.PLAIN, database);
        table = host.table(AuthTable.AUDIT);
        trail = host.store().auditTrail(KEY, table);
    }

    @AfterEach
    void close() {
        if (host != null) {
            host.close();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void an_untouched_trail_is_intact_and_says_how_long_it_is(TestDatabase database) {
        open(database);
        assertThat(trail.verify()).isEqualTo(new Intact(0, ""));
        write(7);
        AuditReport report = trail.verify();
        assertThat(report)
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.entries()).isEqualTo(7));
        assertThat(trail.verify()).isEqualTo(report);
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void every_tampering_shows(TestDatabase database) {
        open(database);
        shows(Damage.CHANGED, 3, "update %s set user_ref = 'mallory' where id = 3");
        shows(Damage.CHANGED, 4, "update %s set succeeded = true where id = 4");
        shows(Damage.CHANGED, 2, "update %s set detail = null where id = 2");
        shows(Damage.CHANGED, 5, "update %s set digest = (select last_digest from %s_head) where id = 5");
        shows(Damage.MISSING, 3, "delete from %s where id = 3");
        shows(Damage.MISSING, 1, "delete from %s where id = 1");
        shows(Damage.CHANGED, 3, "delete from %s where id = 3", "update %s set id = id - 1 where id > 3");
        shows(
                Damage.CHANGED,
                2,
                "update %s set id = 100 where id = 2",
                "update %s set id = 2 where id = 3",
                "update %s set id = 3 where id = 100");
        shows(Damage.END_CHANGED, 7, "delete from %s where id = 7");
        shows(
                Damage.END_CHANGED,
                6,
                "delete from %s where id = 7",
                "update %s_head set entries = 6, last_digest = (select digest from %s where id = 6)");
        shows(Damage.END_CHANGED, 7, "update %s_head set digest = 'x'");
        shows(
                Damage.BEYOND_END,
                8,
                "insert into %s select 8, happened_at, name, succeeded, user_ref, session_ref,"
                        + " detail, digest from %s where id = 7");
        shows(
                Damage.CHANGED,
                0,
                "insert into %s select -1, happened_at, name, succeeded, user_ref, session_ref,"
                        + " detail, digest from %s where id = 7");
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void another_key_recognises_nothing(TestDatabase database) {
        open(database);
        write(2);
        JpaAuditTrail other = host.store().auditTrail(AuthKeys.generate().auditKey(), table);
        assertThat(other.verify()).isInstanceOf(Broken.class);
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void entries_of_many_threads_and_two_nodes_make_one_chain_that_can_be_checked_meanwhile(TestDatabase database)
            throws Exception {
        open(database);
        JpaAuditTrail second = host.store().auditTrail(KEY, table);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        CyclicBarrier together = new CyclicBarrier(8);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            JpaAuditTrail node = i % 2 == 0 ? trail : second;
            writers.add(pool.submit(() -> {
                together.await();
                for (int n = 0; n < 20; n++) {
                    node.on(event(n));
                }
                return null;
            }));
        }
        assertThat(trail.verify()).isInstanceOf(Intact.class);
        for (Future<?> writer : writers) {
            writer.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();
        assertThat(trail.verify())
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.entries()).isEqualTo(160));
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_trail_longer_than_a_page_is_read_to_its_end(TestDatabase database) {
        open(database);
        write(401);
        assertThat(trail.verify())
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.entries()).isEqualTo(401));
        host.sql("update " + table + " set name = 'x' where id = 400");
        assertThat(trail.verify()).isEqualTo(new Broken(400, Damage.CHANGED));
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_key_that_is_too_short_is_refused(TestDatabase database) {
        open(database);
        assertThatThrownBy(() -> host.store().auditTrail(Secret.of("c2hvcnQ"), table))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void shows(Damage damage, long entry, String... tampering) {
        host.sql("delete from " + table, "update " + table + "_head set entries = 0, last_digest = '', digest = ''");
        write(7);
        for (String statement : tampering) {
            host.sql(statement.replace("%s", table));
        }
        assertThat(trail.verify()).as(String.join("; ", tampering)).isEqualTo(new Broken(entry, damage));
    }

    private void write(int count) {
        for (int i = 0; i < count; i++) {
            trail.on(event(i));
        }
    }

    private static AuthEvent event(int number) {
        Instant at = T0.plusMillis(number);
        UserId user = new UserId((long) number);
        return number % 2 == 0
                ? new AuthEvent.SignedIn(at, user, new SessionId("s" + number), "password")
                : new AuthEvent.SignInFailed(at, user, "password", "wrong password");
    }
}
