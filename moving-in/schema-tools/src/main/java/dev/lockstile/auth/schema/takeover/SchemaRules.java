package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.ForeignKeyShape;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.internal.step.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of an old schema that no entity, or no migration on a table in use, can follow: a sentence each. */
final class SchemaRules {

    /** They mean something in an annotation, in a list of names, or in a change file. */
    private static final String SIGNS = "\"`,\\{";

    private final Set<String> partitioned;
    private final KeyAdvice keys;

    /** {@code partitioned}: the tables that consist of partitions. */
    SchemaRules(Set<String> partitioned, KeyAdvice keys) {
        this.partitioned = partitioned;
        this.keys = keys;
    }

    /** Why no entity can lie on that table, if so. */
    Optional<String> against(ModelPart part, TableShape table, TableShape user) {
        ColumnShape key = table.column(table.key().get(0)).orElseThrow();
        if (CatalogueTypes.keyType(key) == null) {
            return Optional.of(table.name() + " has a key of type " + key.type() + ", which no entity here can have");
        }
        boolean refers = table.foreignKeys().stream().anyMatch(k -> isTo(k, user));
        if (part != ModelPart.USER && !refers) {
            return Optional.of(table.name() + " has no foreign key to " + user.name() + user.key()
                    + ", by which its rows would have an owner");
        }
        boolean isGiven = key.identity()
                || CatalogueTypes.isText(key)
                || CatalogueTypes.isUuid(key)
                || keys.sequences().of(table) != null;
        boolean isOwners = table.foreignKeys().stream()
                .anyMatch(k -> isTo(k, user) && k.columns().equals(table.key()));
        if (!isGiven && !(part != ModelPart.USER && isOwners)) {
            return Optional.of(keys.of(table, key));
        }
        return Stream.concat(Stream.of(table.name()), table.columns().stream().map(ColumnShape::name))
                .filter(name -> name.chars().anyMatch(c -> SIGNS.indexOf(c) >= 0))
                .findFirst()
                .map(name ->
                        "the name " + name + " holds one of the signs " + SIGNS + ", which no change set can carry");
    }

    static boolean isTo(ForeignKeyShape key, TableShape user) {
        return key.target().equals(user.name()) && key.targetColumns().equals(user.key());
    }

    /** Why these steps cannot be done on that table while it is in use, if so. */
    Optional<String> against(TableShape table, List<Step> steps) {
        if (!partitioned.contains(table.name())) {
            return Optional.empty();
        }
        return steps.stream()
                .filter(Step.AddIndex.class::isInstance)
                .map(step -> ((Step.AddIndex) step).index())
                .findFirst()
                .map(index -> table.name() + " consists of partitions, and "
                        + (index.unique()
                                ? "there is no unique index over all of them without the partition key, which "
                                        + String.join(", ", index.columns()) + " would need"
                                : "an index over all of them on " + String.join(", ", index.columns())
                                        + " cannot be built while they are in use: build it first"));
    }
}
