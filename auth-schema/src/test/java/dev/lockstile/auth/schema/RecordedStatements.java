package dev.lockstile.auth.schema;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** A pool whose statements are written down before they run. */
final class RecordedStatements {

    private RecordedStatements() {}

    static DataSource of(DataSource pool, List<String> said) {
        return wrapped(DataSource.class, pool, said);
    }

    private static <T> T wrapped(Class<T> type, Object inner, List<String> said) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
                said.add(sql);
            }
            Object given;
            try {
                given = method.invoke(inner, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
            return switch (method.getName()) {
                case "getConnection" -> inner instanceof DataSource ? wrapped(Connection.class, given, said) : given;
                case "createStatement" -> wrapped(Statement.class, given, said);
                default -> given;
            };
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
