package dev.lockstile.auth.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.jpa.hosts.CountingDataSource;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.store.AuthStore;
import java.time.Instant;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That a read waits for nothing but its statements, and leaves no transaction open where it needs one. */
final class ReadWaitsTest {

    private final CountingDataSource counter = new CountingDataSource();
    private OpenHost host;
    private AuthStore store;

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void a_read_ends_no_transaction_where_connections_commit_by_themselves() {
        open(counter::around);
        assertThat(counter.endsDuring(this::look)).isZero();
    }

    @Test
    void a_read_ends_its_transaction_where_connections_do_not_commit_by_themselves() {
        try (HikariDataSource waiting = new HikariDataSource()) {
            open(pool -> counter.around(thatWaits(waiting, pool)));
            assertThat(counter.endsDuring(this::look)).isEqualTo(1);
            assertThat(counter.endsDuring(
                            () -> assertThatThrownBy(this::lookAndFail).isInstanceOf(IllegalStateException.class)))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_single_write_ends_a_transaction_only_where_connections_do_not_commit_by_themselves() {
        open(counter::around);
        assertThat(counter.endsDuring(this::endSession)).isZero();
        try (HikariDataSource waiting = new HikariDataSource()) {
            open(pool -> counter.around(thatWaits(waiting, pool)));
            assertThat(counter.endsDuring(this::endSession)).isEqualTo(1);
        }
    }

    @Test
    void a_read_still_refuses_to_write() {
        open(counter::around);
        assertThatThrownBy(() -> store.read(tx -> tx.users().insert(Rowset.user("ana"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.<Boolean>read(tx -> tx.users().anySuperuser())).isFalse();
    }

    private void open(UnaryOperator<DataSource> way) {
        host = OpenHost.through(TestHost.NUMBERED, TestDatabase.H2, way);
        store = host.store();
    }

    private void look() {
        boolean nobody = store.read(tx -> {
            tx.users().byId(new UserId(1L));
            return tx.users().byId(new UserId(2L)).isEmpty();
        });
        assertThat(nobody).isTrue();
    }

    private void endSession() {
        SessionId unknown = new SessionId("unknown");
        boolean ended = store.single(tx -> tx.sessions().end(unknown, EndReason.LOGOUT, Instant.EPOCH));
        assertThat(ended).isFalse();
    }

    private void lookAndFail() {
        store.read(tx -> {
            tx.users().byId(new UserId(1L));
            throw new IllegalStateException("the work failed");
        });
    }

    private static DataSource thatWaits(HikariDataSource waiting, DataSource pool) {
        HikariConfig same = (HikariConfig) pool;
        waiting.setJdbcUrl(same.getJdbcUrl());
        waiting.setUsername(same.getUsername());
        waiting.setAutoCommit(false);
        return waiting;
    }
}
