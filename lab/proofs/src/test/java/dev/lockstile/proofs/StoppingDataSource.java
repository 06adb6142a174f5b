package dev.lockstile.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Counts the statements of a process, and holds it for ever before one of them, so that it can be killed just there. It
 * does not stop before a change set is entered as run: Liquibase commits the work and the entry one after the other,
 * and a kill between the two leaves a change set whose entry has to be made by hand.
 */
final class StoppingDataSource {

    static final String STOPPED = "stopped before statement ";

    private static final Pattern ENTRY = Pattern.compile("(?i)\\bdatabasechangelog\\b");

    private final AtomicInteger count = new AtomicInteger();
    private final int stopAt;

    /** @param stopAt the number of the statement, zero for none */
    StoppingDataSource(int stopAt) {
        this.stopAt = stopAt;
    }

    int count() {
        return count.get();
    }

    DataSource over(DataSource database) {
        return proxy(DataSource.class, database, "");
    }

    /** @param prepared the SQL of a statement that has it already */
    private <T> T proxy(Class<T> type, Object target, String prepared) {
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call(target, prepared, method, arguments));
        return type.cast(proxy);
    }

    private Object call(Object target, String prepared, Method method, Object[] arguments) throws Throwable {
        String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : prepared;
        if (target instanceof Statement && method.getName().startsWith("execute")) {
            before(sql);
        }
        try {
            Object result = method.invoke(target, arguments);
            Class<?> type = method.getReturnType();
            boolean watched = type == Connection.class || Statement.class.isAssignableFrom(type);
            return watched && result != null ? proxy(type, result, sql) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void before(String sql) {
        int number = count.incrementAndGet();
        if (stopAt > 0 && number >= stopAt && !ENTRY.matcher(sql).find()) {
            System.out.println(STOPPED + number);
            System.out.flush();
            try {
                while (System.in.read() >= 0) {
                    // until it is killed
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
