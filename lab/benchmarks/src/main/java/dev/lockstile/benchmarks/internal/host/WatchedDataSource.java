package dev.lockstile.benchmarks.internal.host;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Notes what goes to the database: every statement, and every end of a transaction. */
public final class WatchedDataSource {

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final List<String> ends = new CopyOnWriteArrayList<>();

    /** The same connections, watched. */
    public DataSource around(DataSource pool) {
        return wrap(DataSource.class, pool, "");
    }

    /** What went there while the work ran. */
    public Traffic during(Runnable work) {
        statements.clear();
        ends.clear();
        work.run();
        return new Traffic(List.copyOf(statements), ends.size());
    }

    private <T> T wrap(Class<T> type, T target, String sql) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> call(target, method, args, sql)));
    }

    private Object call(Object target, Method method, Object[] args, String sql) throws Throwable {
        String name = method.getName();
        if (name.startsWith("execute")) {
            statements.add(sql);
        } else if (name.equals("commit") || name.equals("rollback")) {
            ends.add(name);
        }
        try {
            Object result = method.invoke(target, args);
            if (result instanceof Connection connection && target instanceof DataSource) {
                return wrap(Connection.class, connection, "");
            }
            return result instanceof PreparedStatement prepared && target instanceof Connection
                    ? wrap(PreparedStatement.class, prepared, String.valueOf(args[0]))
                    : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /**
     * What went to the database.
     *
     * @param ends commits and rollbacks
     */
    public record Traffic(List<String> statements, int ends) {

        /** Waits for the server: a statement each and an end each; the begin travels with the first statement. */
        public int roundTrips() {
            return statements.size() + ends;
        }
    }
}
