package dev.lockstile.proofs;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Sees every statement and commit of a node on its way to the database. Armed, it lets a fault happen at the n-th of
 * these points. A point lies before each statement, and before and after each commit; the node adds those before and
 * after each message.
 */
final class WatchedDataSource {

    private static final Pattern SPENDING = Pattern.compile("update auth_otp_code\\b.*\\bset\\b.*\\battempts ?=");

    private final AtomicInteger points = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();
    private final Runnable fault;
    private volatile int last = Integer.MAX_VALUE;

    WatchedDataSource(Runnable fault) {
        this.fault = fault;
    }

    DataSource around(DataSource pool) {
        return wrap(DataSource.class, pool, "");
    }

    /** From here on, the fault happens at the n-th point. */
    void arm(int n) {
        points.set(0);
        last = n;
    }

    int points() {
        return points.get();
    }

    /** Code attempts that were spent: updates of the counter that met a row. */
    int attempts() {
        return attempts.get();
    }

    void point() {
        if (points.incrementAndGet() == last) {
            fault.run();
        }
    }

    private <T> T wrap(Class<T> type, T target, String sql) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> call(target, method, args, sql)));
    }

    private Object call(Object target, Method method, Object[] args, String sql) throws Throwable {
        boolean statement = method.getName().startsWith("execute");
        boolean commit = method.getName().equals("commit");
        if (statement || commit) {
            point();
        }
        try {
            Object result = method.invoke(target, args);
            if (commit) {
                point();
            }
            return seen(target, result, args, sql);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object seen(Object target, Object result, Object[] args, String sql) {
        if (result instanceof Connection connection && target instanceof DataSource) {
            return wrap(Connection.class, connection, "");
        }
        if (result instanceof PreparedStatement prepared && target instanceof Connection) {
            return wrap(PreparedStatement.class, prepared, String.valueOf(args[0]));
        }
        if (Integer.valueOf(1).equals(result) && spends(sql.toLowerCase(Locale.ROOT))) {
            attempts.incrementAndGet();
        }
        return result;
    }

    private static boolean spends(String sql) {
        return SPENDING.matcher(sql).lookingAt();
    }
}
