package dev.lockstile.auth.schema.internal.shape;

import java.util.Optional;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.generator.Generator;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.UnionSubclass;
import org.jspecify.annotations.Nullable;

/**
 * What makes the keys of an entity's table, as its mapping says.
 *
 * @param table of the entity
 * @param column the one column of its key
 * @param source from which keys are taken
 */
public record MappedKey(String table, String column, KeySource source) {

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
        String table = EntityShapes.name(entity.getTable());
        String column = EntityShapes.name(root.getIdentifier().getColumns().get(0));
        return KeySource.of(metadata, generator).map(source -> new MappedKey(table, column, source));
    }

    /** The sequence from which keys are taken; null where the column or a row makes them. */
    public @Nullable String sequence() {
        return source.sequence();
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type) || type == long.class || type == int.class || type == short.class;
    }
}
