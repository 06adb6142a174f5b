package dev.lockstile.auth.schema.internal.shape;

import dev.lockstile.auth.schema.database.Identifiers;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.generator.Generator;
import org.hibernate.id.enhanced.DatabaseStructure;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.id.enhanced.TableStructure;
import org.jspecify.annotations.Nullable;

/**
 * From what the keys of an entity are taken. The column itself makes them where there is neither sequence nor row.
 *
 * @param sequence from which keys are taken
 * @param row of a table from which keys are taken
 * @param blocks the keys that are made of one value
 */
public record KeySource(@Nullable String sequence, @Nullable GeneratorRow row, KeyBlocks blocks) {

    /** Empty for keys that nothing counts. */
    static Optional<KeySource> of(MetadataImplementor metadata, Generator generator) {
        if (!generator.generatesOnInsert()) {
            return Optional.empty();
        }
        if (generator.generatedOnExecution()) {
            return Optional.of(new KeySource(null, null, KeyBlocks.SINGLE));
        }
        if (generator instanceof TableGenerator rows) {
            KeyBlocks blocks = KeyBlocks.of(rows.getOptimizer(), rows.getIncrementSize());
            return Optional.of(new KeySource(null, GeneratorRow.of(metadata, rows), blocks));
        }
        return generator instanceof SequenceStyleGenerator style ? of(style) : Optional.empty();
    }

    private static Optional<KeySource> of(SequenceStyleGenerator style) {
        DatabaseStructure structure = style.getDatabaseStructure();
        KeyBlocks blocks = KeyBlocks.of(style.getOptimizer(), structure.getIncrementSize());
        if (structure.isPhysicalSequence()) {
            return Optional.of(new KeySource(sequence(structure.getPhysicalName()), null, blocks));
        }
        return structure instanceof TableStructure table
                ? Optional.of(new KeySource(null, GeneratorRow.of(table), blocks))
                : Optional.empty();
    }

    private static String sequence(QualifiedName name) {
        Identifier object = name.getObjectName();
        return Identifiers.mapped(object.getText(), object.isQuoted()).toLowerCase(Locale.ROOT);
    }
}
