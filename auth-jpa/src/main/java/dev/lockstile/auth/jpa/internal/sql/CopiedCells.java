package dev.lockstile.auth.jpa.internal.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BigIntJdbcType;
import org.hibernate.type.descriptor.jdbc.BooleanJdbcType;
import org.hibernate.type.descriptor.jdbc.IntegerJdbcType;
import org.hibernate.type.descriptor.jdbc.SmallIntJdbcType;
import org.hibernate.type.descriptor.jdbc.VarcharJdbcType;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the mapping binds to a statement, value by value in the order of the columns, and writes it as cells of
 * COPY, so that a row is the one that the statement would have made.
 */
final class CopiedCells implements BulkInsert.Cells, InvocationHandler {

    /** What the binders of these types of Hibernate make of a value before they bind it. */
    private static final Map<Class<?>, Class<?>> BOUND = Map.of(
            VarcharJdbcType.class, String.class,
            BigIntJdbcType.class, Long.class,
            IntegerJdbcType.class, Integer.class,
            SmallIntJdbcType.class, Short.class,
            BooleanJdbcType.class, Boolean.class);

    private final List<CopyType> types;
    private final SharedSessionContractImplementor session;
    private final PreparedStatement statement;
    private final CopyBuffer out = new CopyBuffer();
    private int next;
    private boolean understood = true;

    CopiedCells(List<CopyType> types, SharedSessionContractImplementor session) {
        this.types = types;
        this.session = session;
        this.statement = (PreparedStatement) Proxy.newProxyInstance(
                PreparedStatement.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, this);
    }

    /** Hands common types on as they are; of any other the binder says by a statement what it binds. */
    @Override
    @SuppressWarnings("unchecked")
    public void put(@Nullable Object value, JdbcMapping type) throws SQLException {
        Class<?> bound = BOUND.get(type.getJdbcType().getClass());
        if (bound == null) {
            PlainTable.bind(statement, next + 1, value, type, session);
        } else {
            take(value == null ? null : ((JavaType<Object>) type.getJdbcJavaType()).unwrap(value, bound, session));
        }
    }

    void row() {
        next = 0;
        out.row(types.size());
    }

    /** Whether each value so far was one that COPY and the statement take in the same way. */
    boolean isUnderstood() {
        return understood;
    }

    CopyBuffer end() {
        out.end();
        return out;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        if (arguments == null || arguments.length < 2 || !method.getName().startsWith("set") || next >= types.size()) {
            understood = false;
            throw new UnsupportedOperationException("not a value of a column: " + method.getName());
        }
        take(method.getName().equals("setNull") ? null : arguments[1]);
        return null;
    }

    private void take(@Nullable Object value) {
        CopyType type = types.get(next++);
        if (value == null) {
            out.none();
        } else {
            understood &= type.put(value, out);
        }
    }
}
