package dev.lockstile.auth.jpa.hosts;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A pool on which a thread that holds a connection gets no second one, as when all others are held likewise. */
public final class OneConnection {

    private final DataSource pool;
    private final ThreadLocal<Boolean> held = ThreadLocal.withInitial(() -> false);
    private final AtomicInteger refused = new AtomicInteger();

    public OneConnection(DataSource pool) {
        this.pool = pool;
    }

    /** How often a thread has asked for a second one. */
    public int refused() {
        return refused.get();
    }

    public DataSource asDataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                return call(pool, method, arguments);
            }
            if (held.get()) {
                refused.incrementAndGet();
                throw new SQLException("this thread holds a connection already");
            }
            Connection connection = (Connection) call(pool, method, arguments);
            held.set(true);
            return counted(connection);
        });
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("close")) {
                held.remove();
            }
            return call(connection, method, arguments);
        });
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> call.of(method, arguments)));
    }

    @FunctionalInterface
    private interface Call {
        @Nullable
        Object of(Method method, Object @Nullable [] arguments) throws Throwable;
    }
}
