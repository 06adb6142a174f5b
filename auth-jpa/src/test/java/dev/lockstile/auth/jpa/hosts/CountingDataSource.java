package dev.lockstile.auth.jpa.hosts;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Notes every statement that goes to the database, from Hibernate or not. */
public final class CountingDataSource {

    private final List<String> statements = new CopyOnWriteArrayList<>();

    public DataSource around(DataSource pool) {
        return wrap(DataSource.class, pool, "");
    }

    public List<String> during(Runnable work) {
        statements.clear();
        work.run();
        return List.copyOf(statements);
    }

    private <T> T wrap(Class<T> type, T target, String sql) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().startsWith("execute")) {
                statements.add(sql);
            }
            try {
                Object result = method.invoke(target, args);
                if (result instanceof Connection connection && type == DataSource.class) {
                    return wrap(Connection.class, connection, "");
                }
                return result instanceof PreparedStatement statement
                        ? wrap(PreparedStatement.class, statement, String.valueOf(args[0]))
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
