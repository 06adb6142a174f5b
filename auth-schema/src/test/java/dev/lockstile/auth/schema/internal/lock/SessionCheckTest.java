package dev.lockstile.auth.schema.internal.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By which answers of the database a lock of the session is told to hold no more than a statement, or on one node. */
final class SessionCheckTest {

    @Test
    void a_backend_that_stays_beside_another_one_is_a_session() throws SQLException {
        assertThat(refusal(List.of(7L, 7L), List.of(8L))).isNull();
    }

    @Test
    void two_connections_with_one_backend_are_refused() throws SQLException {
        assertThat(refusal(List.of(7L, 7L), List.of(7L))).contains("pooler in transaction mode");
    }

    @Test
    void a_backend_that_changes_is_refused() throws SQLException {
        assertThat(refusal(List.of(7L, 9L), List.of(8L))).contains("pooler in transaction mode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MariaDB", "MySQL"})
    void a_cluster_of_more_than_one_node_is_refused(String product) throws SQLException {
        assertThat(SessionCheck.refusal(connection(product, List.of(2L)), none()))
                .contains("cluster of Galera");
        assertThat(SessionCheck.refusal(connection(product, List.of(1L)), none()))
                .isNull();
        assertThat(SessionCheck.refusal(connection(product, List.of()), none())).isNull();
    }

    private static String refusal(List<Long> backends, List<Long> ofSecond) throws SQLException {
        DataSource pool =
                proxy(DataSource.class, Map.of("getConnection", arguments -> connection("PostgreSQL", ofSecond)));
        return SessionCheck.refusal(connection("PostgreSQL", backends), pool);
    }

    private static DataSource none() {
        return proxy(DataSource.class, Map.of());
    }

    /** Each statement has the next answer, and no row when there is none left. */
    private static Connection connection(String product, List<Long> answers) {
        Deque<Long> left = new ArrayDeque<>(answers);
        return proxy(
                Connection.class,
                Map.of(
                        "getMetaData",
                        arguments -> proxy(DatabaseMetaData.class, Map.of("getDatabaseProductName", a -> product)),
                        "createStatement",
                        arguments -> statement(left),
                        "getAutoCommit",
                        arguments -> true,
                        "unwrap",
                        arguments -> {
                            throw new SQLException("not a driver that is known");
                        }));
    }

    private static Statement statement(Deque<Long> left) {
        Long answer = left.poll();
        ResultSet rows = proxy(
                ResultSet.class,
                answer == null ? Map.of("next", a -> false) : Map.of("next", a -> true, "getLong", a -> answer));
        return proxy(Statement.class, Map.of("executeQuery", a -> rows));
    }

    /** What is not answered gives nothing. */
    private static <T> T proxy(Class<T> type, Map<String, Answer> answers) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Answer answer = answers.get(method.getName());
            return answer == null ? null : answer.to(arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private interface Answer {
        Object to(Object[] arguments) throws Exception;
    }
}
