package dev.lockstile.auth.schema.tools;

import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.changelog.ChangelogSibling;
import dev.lockstile.auth.schema.changelog.ParsedChangelog;
import dev.lockstile.auth.schema.internal.lint.MappedColumns;
import dev.lockstile.auth.schema.internal.lint.MigrationLinter;
import dev.lockstile.auth.schema.internal.lint.MigrationLinterBuilder;
import dev.lockstile.auth.schema.lint.LintReport;
import dev.lockstile.auth.schema.report.SchemaException;
import java.sql.Connection;
import java.sql.SQLException;

/** Checks that the migrations that have not run on a database are safe on tables in use. */
public final class PendingLint {

    private PendingLint() {}

    /**
     * {@return what is wrong with the change sets that have not run, by the rules of the database} A database on which
     * nothing ran yet has no tables in use. Where a file {@code mapped.columns} lies beside the changelog
     * ({@link EntityModel#mappedColumns()}), a change that the release of that file could not live with is refused
     * (S15).
     *
     * @param schema the changelog and the database; nothing is written
     * @throws SchemaException when the database cannot be reached or the changelog does not parse
     */
    public static LintReport of(AuthSchema schema) {
        try (Connection connection = schema.database().getConnection()) {
            return linter(schema).build().pendingOn(connection);
        } catch (SQLException e) {
            throw new SchemaException(SchemaException.Failure.UNREACHABLE, "the database cannot be reached", e);
        }
    }

    /** Takes the lock timeout that the migrations are run with. */
    private static MigrationLinterBuilder linter(AuthSchema schema) {
        ParsedChangelog changelog = schema.parsed();
        MigrationLinterBuilder linter = MigrationLinter.builder(changelog.path())
                .parameters(changelog.parameters())
                .files(changelog.files());
        MappedColumns before = new ChangelogSibling(changelog.path(), changelog.files())
                .read(ReleasedColumns.NAME, ReleasedColumns::read);
        if (before != null) {
            linter.previousModel(before);
        }
        schema.lockTimeout().ifPresent(linter::lockTimeout);
        return linter;
    }
}
