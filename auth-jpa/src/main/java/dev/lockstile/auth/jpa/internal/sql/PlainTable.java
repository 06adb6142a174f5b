package dev.lockstile.auth.jpa.internal.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.SingleTableEntityPersister;
import org.hibernate.sql.ast.spi.StringBuilderSqlAppender;
import org.hibernate.type.descriptor.ValueBinder;
import org.jspecify.annotations.Nullable;

/** Entities that are rows of one table and nothing else, and the places of their values in a statement. */
final class PlainTable {

    private PlainTable() {}

    /** One class, one table, and nothing that Hibernate writes or keeps beside it. */
    static boolean holds(SingleTableEntityPersister persister) {
        return persister.getTableMappings().length == 1
                && persister.getDiscriminatorMapping() == null
                && persister.getSoftDeleteMapping() == null
                && persister.getAuxiliaryMapping() == null
                && !persister.hasSubclasses();
    }

    /** Binds a value that is one of the database's already, as its type says. */
    @SuppressWarnings("unchecked")
    static void bind(
            PreparedStatement statement,
            int place,
            @Nullable Object value,
            JdbcMapping type,
            SharedSessionContractImplementor session)
            throws SQLException {
        ((ValueBinder<@Nullable Object>) type.getJdbcValueBinder()).bind(statement, value, place, session);
    }

    /** What stands for a value of that column, such as {@code ?}. */
    static String mark(SelectableMapping cell, Dialect dialect) {
        String written = cell.getWriteExpression();
        StringBuilderSqlAppender mark = new StringBuilderSqlAppender();
        cell.getJdbcMapping()
                .getJdbcType()
                .appendWriteExpression(written == null ? "?" : written, new Size(), mark, dialect);
        return mark.toString();
    }
}
