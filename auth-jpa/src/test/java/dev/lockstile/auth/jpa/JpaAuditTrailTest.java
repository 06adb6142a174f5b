package dev.lockstile.auth.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.SymmetricKeys;
import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuditFailedException;
import dev.lockstile.auth.event.AuditTrail;
import dev.lockstile.auth.event.AuditTrail.Report.Broken;
import dev.lockstile.auth.event.AuditTrail.Report.Damage;
import dev.lockstile.auth.event.AuditTrail.Report.Intact;
import dev.lockstile.auth.event.AuditTrail.Report.UnknownKey;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Without the key no writer changes, removes or adds an entry of the audit trail unnoticed. */
final class JpaAuditTrailTest extends AuditTrailFixture {

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void an_untouched_trail_is_intact_and_says_how_long_it_is(TestDatabase database) {
        open(database);
        assertThat(trail.verify()).isEqualTo(new Intact(0, ""));
        write(7);
        AuditTrail.Report report = trail.verify();
        assertThat(report)
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.entries()).isEqualTo(7));
        assertThat(trail.verify()).isEqualTo(report);
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void an_entry_keeps_actor_session_and_reason_whole(TestDatabase database) {
        open(database);
        Actor actor = new Actor(new UserId(UUID.randomUUID()), new SessionId("s".repeat(43)), "r".repeat(60));
        trail.on(new AuthEvent.Refused(
                Instant.EPOCH,
                Operation.ACCOUNT_STATUS,
                new UserId(1L),
                null,
                "second_factor_required (not sessions_ended)",
                actor));
        List<?> details = host.emf()
                .callInTransaction(em -> em.createNativeQuery("select detail from " + table, String.class)
                        .getResultList());
        assertThat(details)
                .singleElement()
                .satisfies(detail ->
                        assertThat(detail.toString()).endsWith(", session " + "s".repeat(43) + ": " + "r".repeat(60)));
        assertThat(trail.verify()).isInstanceOf(Intact.class);
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
        shows(
                Damage.CHANGED,
                3,
                "delete from %s where id = 3",
                "update %s set id = 3 where id = 4",
                "update %s set id = 4 where id = 5",
                "update %s set id = 5 where id = 6",
                "update %s set id = 6 where id = 7");
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
                        + " detail, digest, actor_ref from %s where id = 7");
        shows(
                Damage.CHANGED,
                0,
                "insert into %s select -1, happened_at, name, succeeded, user_ref, session_ref,"
                        + " detail, digest, actor_ref from %s where id = 7");
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_new_key_goes_on_with_the_chain_of_the_old_one(TestDatabase database) {
        open(database);
        write(2);
        Secret next = AuthKeys.generate().auditKey();
        JpaAuditTrail both = host.store().auditTrail(SymmetricKeys.joined(next, KEY), table);
        both.on(event(2));
        both.on(event(3));
        assertThat(both.verify())
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.entries()).isEqualTo(4));
        String oldId = SymmetricKeys.of(KEY).current().id();
        String newId = SymmetricKeys.of(next).current().id();
        assertThat(host.store().auditTrail(next, table).verify()).isEqualTo(new UnknownKey(1, oldId));
        assertThat(trail.verify()).isEqualTo(new UnknownKey(0, newId));
        assertThatThrownBy(() -> trail.on(event(4))).hasMessageContaining(newId);
        host.sql("update " + table + " set digest = concat('" + newId + "', substring(digest from 9)) where id = 1");
        assertThat(both.verify()).isEqualTo(new Broken(1, Damage.CHANGED));
        host.sql("update " + table + " set digest = substring(digest from 10) where id = 1");
        assertThat(both.verify()).as("an id taken away").isEqualTo(new Broken(1, Damage.CHANGED));
    }

    /** The entry, its head and their digests as a release without ids of keys wrote them under this key. */
    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void what_was_chained_before_keys_had_ids_still_verifies_and_is_gone_on_with(TestDatabase database) {
        open(database);
        Secret old = Secret.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
        host.sql(
                "insert into " + table + " (id, happened_at, name, succeeded, user_ref, session_ref, detail, digest)"
                        + " values (1, timestamp with time zone '2026-11-22 08:00:00+00:00', 'authn_login_success', true,"
                        + " '7', 's7', 'password', '1SpQAAJCeIUZgC8NUp_oYoQPgdhc2RnN_5rbEGOex1A')",
                "update " + table
                        + "_head set entries = 1, last_digest = '1SpQAAJCeIUZgC8NUp_oYoQPgdhc2RnN_5rbEGOex1A', digest = 'gi-bMOXR03HDJMXTNDQfU7NqwiNCQgw6nFcF_OJ9Aeg'");
        JpaAuditTrail after = host.store().auditTrail(SymmetricKeys.joined(KEY, old), table);
        assertThat(after.verify()).isInstanceOf(Intact.class);
        after.on(event(1));
        assertThat(after.verify())
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.entries()).isEqualTo(2));
        assertThat(trail.verify()).as("without the old key").isNotInstanceOf(Intact.class);
        host.sql("update " + table + " set user_ref = '8' where id = 1");
        assertThat(after.verify()).isEqualTo(new Broken(1, Damage.CHANGED));
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void another_key_recognises_nothing(TestDatabase database) {
        open(database);
        write(2);
        JpaAuditTrail other = host.store().auditTrail(AuthKeys.generate().auditKey(), table);
        assertThat(other.verify()).isInstanceOf(UnknownKey.class);
        assertThatThrownBy(() -> other.on(event(1))).isInstanceOf(AuditFailedException.class);
        assertThat(trail.verify()).isInstanceOf(Intact.class);
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
}
