package dev.lockstile.auth.schema.internal.shape;

import dev.lockstile.auth.schema.database.Identifiers;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.generator.Generator;
import org.hibernate.id.enhanced.DatabaseStructure;
import org.hibernate.id.enhanced.PooledOptimizer;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.jspecify.annotations.Nullable;

/**
 * What makes the keys of an entity's table, as its mapping says.
 *
 * @param table of the entity
 * @param column the one column of its key
 * @param sequence from which keys are taken; null where the column makes them
 * @param step how many keys one value of the sequence stands for
 * @param fromBelow a value of the sequence is the last of its keys rather than the first
 */
public record MappedKey(
        String table, String column, @Nullable String sequence, int step, boolean fromBelow) {

    /** Empty for keys that nothing counts: given by the host, random, or of several columns. */
    static Optional<MappedKey> of(MetadataImplementor metadata, PersistentClass entity) {
        RootClass root = entity.getRootClass();
        boolean ownTable = entity == root || entity instanceof UnionSubclass;
        if (!ownTable
                || !entity.getTable().isPhysicalTable()
                || root.getIdentifier().getColumnSpan() != 1
                || root.getIdentifierProperty() == null
                || !isNumber(root.getIdentifier().getType().getReturnedClass())) {
            return Optional.empty();
        }
        Generator generator = root.getIdentifier()
                .createGenerator(
                        metadata.getDatabase().getDialect(),
                        root,
                        root.getIdentifierProperty(),
                        new UnnamedDefaults(metadata));
        return of(
                entity.getTable(),
                EntityShapes.name(root.getIdentifier().getColumns().get(0)),
                generator);
    }

    private static Optional<MappedKey> of(Table table, String column, Generator generator) {
        String name = EntityShapes.name(table);
        if (!generator.generatesOnInsert()) {
            return Optional.empty();
        }
        if (generator.generatedOnExecution()) {
            return Optional.of(new MappedKey(name, column, null, 1, false));
        }
        if (generator instanceof SequenceStyleGenerator style
                && style.getDatabaseStructure().isPhysicalSequence()) {
            DatabaseStructure structure = style.getDatabaseStructure();
            return Optional.of(new MappedKey(
                    name,
                    column,
                    sequence(structure.getPhysicalName()),
                    structure.getIncrementSize(),
                    style.getOptimizer() instanceof PooledOptimizer));
        }
        return Optional.empty();
    }

    private static String sequence(QualifiedName name) {
        Identifier object = name.getObjectName();
        return Identifiers.mapped(object.getText(), object.isQuoted()).toLowerCase(Locale.ROOT);
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type) || type == long.class || type == int.class || type == short.class;
    }
}
