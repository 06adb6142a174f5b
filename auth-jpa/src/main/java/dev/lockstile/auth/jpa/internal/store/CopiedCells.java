package dev.lockstile.auth.jpa.internal.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the mapping binds to a statement, value by value in the order of the columns, and writes it as cells of
 * COPY, so that a row is the one that the statement would have made.
 */
final class CopiedCells implements InvocationHandler {

    private final List<CopyType> types;
    private final CopyBuffer out = new CopyBuffer();
    private int next;
    private boolean understood = true;

    CopiedCells(List<CopyType> types) {
        this.types = types;
    }

    PreparedStatement statement() {
        return (PreparedStatement) Proxy.newProxyInstance(
                PreparedStatement.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, this);
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
        CopyType type = types.get(next++);
        Object value = method.getName().equals("setNull") ? null : arguments[1];
        if (value == null) {
            out.none();
        } else {
            understood &= type.put(value, out);
        }
        return null;
    }
}
