package dev.lockstile.auth.schema;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A connection that Liquibase has until its work is done. Liquibase holds every connection that it was given for the
 * life of the process ({@code ChangeLogHistoryServiceFactory} has no method that removes one), and a connection of a
 * pool refers to the pool, its metrics and what these refer to. After {@link #close} Liquibase holds this object alone,
 * so that the pool and the context of an application that is closed, as between tests, are freed.
 */
final class LentConnection implements InvocationHandler, AutoCloseable {

    private final Connection shown = (Connection)
            Proxy.newProxyInstance(LentConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
    private volatile @Nullable Connection lent;

    LentConnection(Connection lent) {
        this.lent = lent;
    }

    /** The connection that Liquibase is given. */
    Connection connection() {
        return shown;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "connection that migrates: " + lent;
            };
        }
        Connection connection = lent;
        if (connection == null) {
            return afterwards(method);
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** As any connection that is closed. */
    private static @Nullable Object afterwards(Method method) throws SQLException {
        return switch (method.getName()) {
            case "isClosed" -> true;
            case "isValid" -> false;
            case "close", "abort" -> null;
            default -> throw new SQLException("the migration has ended and given its connection back");
        };
    }

    /** The connection itself stays open. */
    @Override
    public void close() {
        lent = null;
    }
}
