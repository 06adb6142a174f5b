package dev.lockstile.auth.jpa;

import static dev.lockstile.auth.jpa.Rowset.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.jpa.transaction.DatabaseRefusedException;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A database that is busy, slow or gone. */
@Timeout(60)
final class TroubleTest {

    private OpenHost host;
    private AuthStore store;

    private void open(TestDatabase database) {
        host = new OpenHost(TestHost.PLAIN, database);
        store = host.store();
    }

    @AfterEach
    void close() {
        if (host != null) {
            host.close();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void two_transactions_in_each_others_way_both_come_through(TestDatabase database) throws Exception {
        open(database);
        UserId ana = store.alone(tx -> tx.users().insert(Rowset.user("ana")));
        UserId bea = store.alone(tx -> tx.users().insert(Rowset.user("bea")));
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger runs = new AtomicInteger();
        CompletableFuture<Boolean> one = CompletableFuture.supplyAsync(() -> cross(ana, bea, bothHoldOne, runs));
        CompletableFuture<Boolean> two = CompletableFuture.supplyAsync(() -> cross(bea, ana, bothHoldOne, runs));
        assertThat(one.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(two.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(runs).as("one of them ran again").hasValueGreaterThan(2);
    }

    private boolean cross(UserId first, UserId second, CyclicBarrier barrier, AtomicInteger runs) {
        AtomicInteger mine = new AtomicInteger();
        return store.alone(tx -> {
            runs.incrementAndGet();
            boolean locked = tx.users().recordLogin(first, NOW);
            if (mine.getAndIncrement() == 0) {
                await(barrier);
            }
            return locked && tx.users().recordLogin(second, NOW);
        });
    }

    @Test
    void a_lock_held_by_somebody_else_is_waited_for_a_moment_only() throws SQLException {
        open(TestDatabase.POSTGRES);
        UserId ana = store.alone(tx -> tx.users().insert(Rowset.user("ana")));
        try (Connection holder = host.pool().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("update auth_user set modified_at = modified_at");
            long began = System.nanoTime();
            assertThatThrownBy(() -> store.alone(tx -> tx.users().recordLogin(ana, NOW)))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
            holder.rollback();
        }
    }

    @Test
    void a_statement_without_end_is_cut_off() {
        open(TestDatabase.POSTGRES);
        try (Connection connection = host.pool().getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select pg_sleep(30)"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_closed_pool_is_an_outage(TestDatabase database) {
        open(database);
        host.pool().close();
        assertThatThrownBy(() -> store.read(tx -> tx.users().byId(new UserId(1L))))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> store.alone(tx -> tx.users().insert(Rowset.user("ana"))))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void an_exhausted_pool_is_an_outage() throws SQLException {
        host = new OpenHost(TestHost.PLAIN, TestDatabase.H2.open(config -> {
            config.setMaximumPoolSize(1);
            config.setConnectionTimeout(250);
        }));
        store = host.store();
        try (Connection held = host.pool().getConnection()) {
            assertThat(held.isValid(1)).isTrue();
            assertThatThrownBy(() -> store.read(tx -> tx.users().byId(new UserId(1L))))
                    .isInstanceOf(StoreUnavailableException.class);
        }
        assertThat(store.<Boolean>read(tx -> tx.users().byId(new UserId(1L)).isEmpty()))
                .isTrue();
    }

    @Test
    void a_connection_cut_in_the_middle_leaves_nothing_and_the_next_call_works() {
        open(TestDatabase.POSTGRES);
        assertThatThrownBy(() -> store.alone(tx -> {
                    tx.users().insert(Rowset.user("ana"));
                    cutAllOthers();
                    return tx.users().insert(Rowset.user("bea"));
                }))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(store.<UserId>alone(tx -> tx.users().insert(Rowset.user("ana"))))
                .isNotNull();
    }

    @Test
    void a_refused_row_is_not_quoted() {
        open(TestDatabase.POSTGRES);
        host.sql("alter table auth_user add column tax_id varchar(10) not null default 'x'");
        host.sql("alter table auth_user alter column tax_id drop default");
        assertThatThrownBy(() -> store.alone(tx -> tx.users().insert(Rowset.user("ana"))))
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("23502")
                .hasStackTraceContaining("23502")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("hash-of-ana", "ana@example.com"));
    }

    private void cutAllOthers() {
        host.sql("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
