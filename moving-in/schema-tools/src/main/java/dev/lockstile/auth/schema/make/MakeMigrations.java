package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.internal.catalogue.DatabaseShapes;
import dev.lockstile.auth.schema.internal.catalogue.TypeComparison;
import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.internal.shape.SqlType;
import dev.lockstile.auth.schema.internal.sql.TypeNames;
import dev.lockstile.auth.schema.internal.step.Step;
import dev.lockstile.auth.schema.report.SchemaException;
import dev.lockstile.auth.schema.tools.EntityModel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * Compares the host's entities with the state that its changelog leads to, and writes the difference as one new change
 * file into the host's source tree: additive, in order, each change with its way back, each type as H2, PostgreSQL and
 * MariaDB have it. The changelog is replayed on an empty H2 in memory; no database of the host is asked. Renames and
 * drops happen only when the host names them.
 *
 * <p>The file is the host's from then on: to be read, changed where it should say something else, and committed.
 */
public final class MakeMigrations {

    private final AuthSchema schema;
    private final EntityModel entities;
    private final ChangelogSources sources;

    private MakeMigrations(AuthSchema schema, EntityModel entities, ChangelogSources sources) {
        this.schema = schema;
        this.entities = entities;
        this.sources = sources;
    }

    /**
     * {@return what compares the entities of one host with its changelog}
     *
     * @param schema the host's changelog
     * @param entities the host's persistence unit
     * @param resources the root of its resources in the source tree, such as {@code src/main/resources}
     */
    public static MakeMigrations of(AuthSchema schema, EntityModel entities, Path resources) {
        return new MakeMigrations(schema, entities, new ChangelogSources(resources, schema.changelog()));
    }

    /**
     * {@return what would be written} Nothing is.
     *
     * @param options what the host says that no comparison can know
     * @throws SchemaException when the changelog cannot be replayed
     */
    public MigrationDraft draft(MakeOptions options) {
        Comparison found = compare(options);
        String number = sources.nextNumber();
        String name = options.name() == null ? FileNames.of(found.steps()) : FileNames.clean(options.name());
        String path = sources.folder() + "/" + number + "_" + name + ".xml";
        boolean ready = found.questions().isEmpty() && !found.steps().isEmpty();
        return new MigrationDraft(
                found.steps().stream().map(Step::words).toList(),
                found.questions(),
                found.notes(),
                path,
                ready
                        ? new ChangeFile(path, number, entities.mapped().inherited(), agreement(options))
                                .write(found.steps())
                        : "");
    }

    /**
     * Writes the file and includes it in the host's changelog.
     *
     * @param draft without questions, and not empty
     * @return the file
     * @throws IllegalArgumentException when there is nothing to write
     * @throws SchemaException when the file is there already, or the changelog cannot include it
     */
    public Path write(MigrationDraft draft) {
        if (draft.text().isEmpty()) {
            throw new IllegalArgumentException("there is nothing to write");
        }
        return sources.add(draft.path(), draft.text());
    }

    /** The caller who names what may go has seen to it that no release in use needs it. */
    private Agreement agreement(MakeOptions options) {
        String since = options.unusedSince();
        String by = options.signedOffBy();
        return new Agreement(
                since == null ? sources.lastNumber() : since,
                by == null ? System.getProperty("user.name", "host") : by);
    }

    private Comparison compare(MakeOptions options) {
        Shape wanted = entities.mapped().shape();
        try (ShadowDatabase shadow = ShadowDatabase.open()) {
            AuthSchema replay = schema.on(shadow).readingFirst(sources.resources());
            replay.migrate();
            Set<String> library = replay.libraryTables();
            try (Connection connection = shadow.getConnection()) {
                Shape actual = DatabaseShapes.read(connection).spelledAs(wanted);
                TypeComparison spelling = new TypeComparison(new TypeNames(connection), SqlType::h2);
                return new Comparer(
                                options,
                                entities.mapped().fills(),
                                spelling,
                                replay.baseline().found(),
                                sources.copied(),
                                entities.mapped().inherited())
                        .compare(actual, wanted, library);
            }
        } catch (SQLException e) {
            throw new SchemaException("the comparison database failed: " + e.getMessage(), e);
        }
    }
}
