package dev.lockstile.auth.schema.internal.lint;

import java.util.List;
import liquibase.change.Change;
import liquibase.change.core.EmptyChange;
import liquibase.change.core.ExecuteShellCommandChange;
import liquibase.change.core.LoadDataChange;
import liquibase.change.core.OutputChange;
import liquibase.change.core.TagDatabaseChange;
import liquibase.change.custom.CustomChangeWrapper;

/** What cannot be told without running it. */
final class OpaqueChanges {

    /** Changes whose SQL cannot be told without running them, or which have none. */
    private static final List<Class<? extends Change>> OPAQUE = List.of(
            CustomChangeWrapper.class,
            LoadDataChange.class,
            ExecuteShellCommandChange.class,
            EmptyChange.class,
            OutputChange.class,
            TagDatabaseChange.class);

    private OpaqueChanges() {}

    static boolean contain(Change change) {
        return OPAQUE.stream().anyMatch(type -> type.isInstance(change));
    }
}
