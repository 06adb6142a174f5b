package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.hosts.HostTree;
import dev.lockstile.auth.schema.tools.EntityModel;
import java.nio.file.Path;

/** A host's resources, with the migrations that its entities want. */
final class MigrationTree extends HostTree {

    private final Path root;

    private MigrationTree(Path root, String... includes) {
        super(root, includes);
        this.root = root;
    }

    public static MigrationTree in(Path root, String... includes) {
        return new MigrationTree(root, includes);
    }

    MakeMigrations making(EntityModel entities) {
        return MakeMigrations.of(schema(null), entities, root);
    }

    /** Writes what there is to write. */
    MigrationDraft make(EntityModel entities, MakeOptions options) {
        MakeMigrations making = making(entities);
        MigrationDraft draft = making.draft(options);
        if (!draft.text().isEmpty()) {
            making.write(draft);
        }
        return draft;
    }
}
