package dev.lockstile.auth.jpa.hosts;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Notes every statement that goes to the database, from Hibernate or not, and how often a transaction is ended. */
public final class CountingDataSource {

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final AtomicInteger ends = new AtomicInteger();

    public DataSource around(DataSource pool) {
        return wrap(DataSource.class, pool, "");
    }

    public List<String> during(Runnable work) {
        statements.clear();
        work.run();
        return List.copyOf(statements);
    }

    /** Commits and rollbacks while the work ran. */
    public int endsDuring(Runnable work) {
        ends.set(0);
        work.run();
        return ends.get();
    }

    private <T> T wrap(Class<T> type, T target, String sql) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().startsWith("execute")) {
                statements.add(sql);
            } else if (method.getName().equals("commit") || method.getName().equals("rollback")) {
                ends.incrementAndGet();
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
