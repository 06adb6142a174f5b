package dev.lockstile.auth.jpa.hosts;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGStatement;

/** Notes the queries that go to PostgreSQL with the values that are sent with them. For one thread. */
public final class SentStatements {

    private final List<String> sent = new ArrayList<>();
    private boolean noting;

    public DataSource around(DataSource pool) {
        return wrap(DataSource.class, pool);
    }

    public List<String> during(Runnable work) {
        sent.clear();
        noting = true;
        work.run();
        noting = false;
        return List.copyOf(sent);
    }

    private <T> T wrap(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (noting && method.getName().startsWith("execute") && target instanceof PreparedStatement statement) {
                sent.add(filled(statement));
            }
            try {
                Object result = method.invoke(target, args);
                if (result instanceof Connection connection && type == DataSource.class) {
                    return wrap(Connection.class, connection);
                }
                return result instanceof PreparedStatement statement
                        ? wrap(PreparedStatement.class, statement)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private static String filled(PreparedStatement statement) throws SQLException {
        return statement.unwrap(PGStatement.class).toString();
    }
}
