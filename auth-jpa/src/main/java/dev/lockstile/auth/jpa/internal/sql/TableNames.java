package dev.lockstile.auth.jpa.internal.sql;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.QualifiedTableName;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;

/** Tables without an entity, as statements name them: in the schema in which Hibernate looks for the entities. */
public final class TableNames {

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*){0,2}";

    private TableNames() {}

    /**
     * The name with {@code hibernate.default_schema} and {@code hibernate.default_catalog}, where they are set and the
     * name has no schema of its own.
     *
     * @throws IllegalArgumentException when it is no plain name, since it goes into the text of statements
     */
    public static String qualified(EntityManagerFactory emf, String table) {
        if (!table.matches(NAME)) {
            throw new IllegalArgumentException("not the name of a table: " + table);
        }
        SqlStringGenerationContext context = context(emf);
        boolean isWhole =
                table.contains(".") || context.getDefaultSchema() == null && context.getDefaultCatalog() == null;
        return isWhole ? table : context.format(new QualifiedTableName(null, null, Identifier.toIdentifier(table)));
    }

    /** The schema or catalog that the host has set for its entities, or null. */
    public static @Nullable String place(EntityManagerFactory emf) {
        SqlStringGenerationContext context = context(emf);
        Identifier schema = context.getDefaultSchema();
        Identifier catalog = context.getDefaultCatalog();
        return schema != null ? schema.getText() : catalog == null ? null : catalog.getText();
    }

    private static SqlStringGenerationContext context(EntityManagerFactory emf) {
        return emf.unwrap(SessionFactoryImplementor.class).getSqlStringGenerationContext();
    }
}
