package dev.lockstile.auth.jpa.internal.host;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.JdbcLiteralFormatter;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.spi.TypeConfiguration;
import org.jspecify.annotations.Nullable;

/** A JDBC type that is the usual one but for some values. Parameters of stored procedures are all usual. */
record PreGregorianJdbcType(JdbcType usual, PreGregorianValues early) implements JdbcType {

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        return new Binder<>(usual.getBinder(javaType), early);
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
        return new Extractor<>(usual.getExtractor(javaType), early, javaType);
    }

    @Override
    public int getJdbcTypeCode() {
        return usual.getJdbcTypeCode();
    }

    @Override
    public int getDefaultSqlTypeCode() {
        return usual.getDefaultSqlTypeCode();
    }

    @Override
    public int getDdlTypeCode() {
        return usual.getDdlTypeCode();
    }

    @Override
    public String getFriendlyName() {
        return usual.getFriendlyName();
    }

    @Override
    public JavaType<?> getRecommendedJavaType(
            @Nullable Integer length, @Nullable Integer scale, TypeConfiguration types) {
        return usual.getRecommendedJavaType(length, scale, types);
    }

    @Override
    public @Nullable Class<?> getPreferredJavaTypeClass(WrapperOptions options) {
        return usual.getPreferredJavaTypeClass(options);
    }

    @Override
    public <T> JdbcLiteralFormatter<T> getJdbcLiteralFormatter(JavaType<T> javaType) {
        return usual.getJdbcLiteralFormatter(javaType);
    }

    @Override
    public void appendWriteExpression(String expression, Size size, SqlAppender sql, Dialect dialect) {
        usual.appendWriteExpression(expression, size, sql, dialect);
    }

    @Override
    public boolean isWriteExpressionTyped(Dialect dialect) {
        return usual.isWriteExpressionTyped(dialect);
    }

    private record Binder<X>(ValueBinder<X> usual, PreGregorianValues early) implements ValueBinder<X> {

        @Override
        public void bind(PreparedStatement statement, @Nullable X value, int index, WrapperOptions options)
                throws SQLException {
            if (value != null && early.has(value)) {
                early.bind(statement, index, value);
            } else {
                usual.bind(statement, value, index, options);
            }
        }

        @Override
        public void bind(CallableStatement statement, @Nullable X value, String name, WrapperOptions options)
                throws SQLException {
            usual.bind(statement, value, name, options);
        }

        @Override
        public Object getBindValue(X value, WrapperOptions options) throws SQLException {
            return usual.getBindValue(value, options);
        }
    }

    private record Extractor<X>(ValueExtractor<X> usual, PreGregorianValues early, JavaType<X> javaType)
            implements ValueExtractor<X> {

        @Override
        public @Nullable X extract(ResultSet row, int index, WrapperOptions options) throws SQLException {
            if (early.readsAll()) {
                return javaType.wrap(early.read(row, index), options);
            }
            X value = usual.extract(row, index, options);
            return early.has(value) ? javaType.wrap(early.read(row, index), options) : value;
        }

        @Override
        public @Nullable X extract(CallableStatement statement, int index, WrapperOptions options) throws SQLException {
            return usual.extract(statement, index, options);
        }

        @Override
        public @Nullable X extract(CallableStatement statement, String name, WrapperOptions options)
                throws SQLException {
            return usual.extract(statement, name, options);
        }
    }
}
