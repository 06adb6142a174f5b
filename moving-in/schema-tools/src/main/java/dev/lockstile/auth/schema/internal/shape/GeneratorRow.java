package dev.lockstile.auth.schema.internal.shape;

import dev.lockstile.auth.schema.database.Identifiers;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.config.spi.StandardConverters;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.id.enhanced.TableStructure;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * The row of a table from which keys are taken.
 *
 * @param table in which it is
 * @param value the column that counts
 * @param kind the column that tells rows apart; null for a table of one row
 * @param name of this row in that column
 * @param first the value that is drawn first where Hibernate adds the row itself; null where it has to be there
 * @param stored what is added to the cell to have the value that is drawn next
 */
public record GeneratorRow(
        String table,
        String value,
        @Nullable String kind,
        @Nullable String name,
        @Nullable Long first,
        int stored) {

    private static final String LAST_USED = "hibernate.id.generator.stored_last_used";

    /** Of a table with a row for each generator. */
    static GeneratorRow of(MetadataImplementor metadata, TableGenerator generator) {
        boolean lastUsed = metadata.getMetadataBuildingOptions()
                .getServiceRegistry()
                .requireService(ConfigurationService.class)
                .getSetting(LAST_USED, StandardConverters.BOOLEAN, true);
        return new GeneratorRow(
                table(metadata, generator.getTableName()),
                column(generator.getValueColumnName()),
                column(generator.getSegmentColumnName()),
                generator.getSegmentValue(),
                (long) generator.getInitialValue(),
                lastUsed ? 1 : 0);
    }

    /** Of a table of one row, in place of a sequence. */
    static GeneratorRow of(TableStructure structure) {
        return new GeneratorRow(
                mapped(structure.getPhysicalName().getObjectName()),
                mapped(structure.getLogicalValueColumnNameIdentifier()),
                null,
                null,
                null,
                0);
    }

    /** The generator tells the name before the host's naming strategy, and its schema with it. */
    private static String table(MetadataImplementor metadata, String logical) {
        Identifier name = Identifier.toIdentifier(logical.substring(logical.lastIndexOf('.') + 1));
        for (Namespace space : metadata.getDatabase().getNamespaces()) {
            Table table = space.locateTable(name);
            if (table != null) {
                return EntityShapes.name(table);
            }
        }
        return mapped(name);
    }

    private static String column(String written) {
        return mapped(Identifier.toIdentifier(written));
    }

    private static String mapped(Identifier name) {
        return Identifiers.mapped(name.getText(), name.isQuoted());
    }
}
