package dev.lockstile.auth.jpa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.store.ConnectionHeldException;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Many register at once, each with a row of the host's own, on a pool that is smaller than they are many. */
@Timeout(120)
final class ParallelRegistrationsTest {

    private static final int PEOPLE = 100;

    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();

    static Stream<Arguments> pools() {
        return Stream.of(TestDatabase.H2, TestDatabase.POSTGRES)
                .flatMap(database -> Stream.of(10, 2).map(size -> Arguments.of(database, size)));
    }

    @ParameterizedTest
    @MethodSource("pools")
    void a_hundred_with_work_of_the_host_are_all_answered(TestDatabase database, int size) throws Exception {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, database)) {
            JpaAuthStore store = host.store();
            host.sql("create table company (line varchar(40) not null, user_id bigint not null unique)");
            host.pool().setMaximumPoolSize(size);
            try (Auth auth = auth(store)) {
                assertAllAccepted(number -> register(auth, store, number));
            }
            assertRows(host, PEOPLE);
        }
    }

    /**
     * As a method of the host within whose transaction everything happens, whose connection comes with its first row.
     */
    @ParameterizedTest
    @MethodSource("pools")
    void a_hundred_inside_a_transaction_of_the_host_are_all_answered(TestDatabase database, int size) throws Exception {
        try (OpenHost host = OpenHost.lazily(TestHost.PLAIN, database)) {
            JpaAuthStore store = host.builder().joining(current::get).build();
            commit(host, "create table company (line varchar(40) not null, user_id bigint not null unique)");
            host.pool().setMaximumPoolSize(size);
            try (Auth auth = auth(store)) {
                assertAllAccepted(number -> inTransaction(host, () -> register(auth, store, number)));
            }
            assertRows(host, PEOPLE);
        }
    }

    /**
     * Refused at the first call, on an idle machine as under load; no thread waits for a connection that never comes.
     */
    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void inside_a_transaction_that_holds_its_connection_it_is_refused_at_once(TestDatabase database) throws Exception {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, database)) {
            JpaAuthStore store = host.builder().joining(current::get).build();
            host.sql("create table company (line varchar(40) not null, user_id bigint not null unique)");
            host.pool().setMaximumPoolSize(10);
            try (Auth auth = auth(store)) {
                List<Object> ends = parallel(24, number -> inTransaction(host, () -> register(auth, store, number)));
                assertThat(ends)
                        .hasSize(24)
                        .allSatisfy(end -> assertThat(end).isInstanceOf(ConnectionHeldException.class));
            }
            assertRows(host, 0);
        }
    }

    private static Auth auth(JpaAuthStore store) {
        return JpaFlowFixture.on(store).audit(store.eventLog().orElseThrow()).build();
    }

    private static Outcome<Registration.Accepted> register(Auth auth, JpaAuthStore store, int number) {
        return auth.registrations().register(JpaFlowFixture.registration(number), account -> {
            store.transactionUnderWay()
                    .createNativeQuery("insert into company values (:line, :id)")
                    .setParameter("line", "company " + number)
                    .setParameter("id", account.user().id().key())
                    .executeUpdate();
            return Verdict.allow();
        });
    }

    private <T> T inTransaction(OpenHost host, Supplier<T> work) {
        try (EntityManager em = host.emf().createEntityManager()) {
            em.getTransaction().begin();
            current.set(em);
            try {
                T result = work.get();
                em.getTransaction().commit();
                return result;
            } finally {
                current.remove();
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
            }
        }
    }

    private static void assertAllAccepted(IntFunction<Object> register) throws Exception {
        List<Object> ends = parallel(PEOPLE, register);
        assertThat(ends).hasSize(PEOPLE).allMatch(Outcome.Done.class::isInstance);
    }

    /** What each thread ended with, an exception included. */
    private static List<Object> parallel(int threads, IntFunction<Object> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Object>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                running.add(pool.submit(() -> {
                    try {
                        return work.apply(number);
                    } catch (RuntimeException e) {
                        return e;
                    }
                }));
            }
            List<Object> ends = new ArrayList<>();
            for (Future<Object> one : running) {
                ends.add(one.get(100, TimeUnit.SECONDS));
            }
            return ends;
        } finally {
            pool.shutdownNow();
        }
    }

    private static void assertRows(OpenHost host, int expected) {
        List<?> counts = host.emf()
                .callInTransaction(em -> List.of(
                        em.createNativeQuery("select count(*) from auth_user", Long.class)
                                .getSingleResult(),
                        em.createNativeQuery(
                                        "select count(*) from company c join auth_user u on u.id = c.user_id",
                                        Long.class)
                                .getSingleResult(),
                        em.createNativeQuery("select count(*) from auth_event where user_ref is not null", Long.class)
                                .getSingleResult()));
        assertThat(counts).isEqualTo(List.of((long) expected, (long) expected, (long) expected));
    }

    private static void commit(OpenHost host, String sql) {
        host.emf().runInTransaction(em -> em.createNativeQuery(sql).executeUpdate());
    }
}
