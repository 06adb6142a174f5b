package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.internal.catalogue.TypeComparison;
import dev.lockstile.auth.schema.internal.shape.MappedEntities;
import dev.lockstile.auth.schema.internal.shape.SqlType;
import dev.lockstile.auth.schema.internal.sql.TypeNames;
import dev.lockstile.auth.schema.make.ChangelogSources;
import dev.lockstile.auth.schema.report.SchemaException;
import dev.lockstile.auth.schema.tools.EntityModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Takes over tables that another application made: a Django app's, a SQLAlchemy app's, an older Java app's. It reads
 * the real tables and proposes the entities that fit them, a baseline that holds them as they are, and what our
 * superclasses need besides. The other application may go on reading and writing: nothing of it is renamed, dropped or
 * rewritten. Shared are the columns that mean the same to both; what a sign-in writes (hash, last sign-in, settings)
 * and what gives rights (role, staff, superuser) has columns of its own.
 *
 * <p>Who owns which identifier and who has which right is no matter of tables: after {@code migrate}, an import in
 * place settles it. Until then no account owns an identifier or has a right.
 */
public final class SchemaTakeover {

    private final DataSource database;

    private SchemaTakeover(DataSource database) {
        this.database = database;
    }

    /**
     * {@return a takeover of the tables in that database, in its current schema}
     *
     * @param database only read, but for a schema in which a baseline is tried
     */
    public static SchemaTakeover of(DataSource database) {
        return new SchemaTakeover(database);
    }

    /**
     * {@return what would be written} Nothing is.
     *
     * @param options what the host says of tables that nothing tells by itself
     */
    public TakeoverPlan plan(TakeoverOptions options) {
        Class<?>[] rest = Arrays.stream(ModelPart.values())
                .skip(1)
                .map(ModelPart::template)
                .toArray(Class<?>[]::new);
        MappedEntities templates =
                EntityModel.of(ModelPart.USER.template(), rest).mapped();
        try (Connection connection = database.getConnection()) {
            OldSchema old = OldSchema.read(connection);
            TypeComparison spelling = new TypeComparison(new TypeNames(connection), word(connection));
            TakeoverPlan plan =
                    new Planner(options, old, new PartMapper(templates, spelling, options.columns())).plan();
            return plan.questions().contains(TableFinder.NO_USERS)
                    ? plan.asking(RejectedUserTables.read(connection, old.shape()))
                    : plan.foundIn(database);
        } catch (SQLException e) {
            throw new SchemaException("the old tables cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * {@return what the other application has added since the takeover: columns of the tables that were found, and
     * tables that were not there, as additions that leave them alone where they are} Fresh databases have them once
     * these are written.
     *
     * @param schema the host's, on the database that the other application writes to
     */
    public static TakeoverPlan since(AuthSchema schema) {
        Set<String> ours = new TreeSet<>(schema.libraryTables());
        ours.addAll(schema.storeTables());
        try (Connection connection = schema.database().getConnection()) {
            return new TakeoverPlan(
                    List.of(),
                    List.of(),
                    AddedSinceTakeover.than(schema.baseline(), ours, connection),
                    Map.of(),
                    List.of());
        } catch (SQLException e) {
            throw new SchemaException("the old tables cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Writes baseline and additions into the host's changelog, and the changelog itself where there is none, after the
     * baseline was {@linkplain TakeoverPlan#replayed() tried}.
     *
     * @param plan without questions
     * @param sources where the host's changelog lies
     * @return the paths that were written, as the class path names them
     * @throws IllegalArgumentException when the plan has questions
     * @throws SchemaException when these tables were taken over before, or an empty database would get other tables
     */
    public static List<String> write(TakeoverPlan plan, ChangelogSources sources) {
        if (!plan.questions().isEmpty()) {
            throw new IllegalArgumentException("there are questions to answer first");
        }
        if (!sources.baselines().isEmpty()) {
            throw new SchemaException(
                    SchemaException.Failure.EXISTS_ALREADY,
                    "already taken over by " + sources.baselines().get(0) + ", and nothing was written",
                    null);
        }
        if (sources.includes(AuthSchema.CHANGELOG)) {
            throw new SchemaException(
                    SchemaException.Failure.EXISTS_ALREADY,
                    sources.changelog() + " includes " + AuthSchema.CHANGELOG
                            + ", the tables of a host that begins anew," + " and nothing was written: include "
                            + AuthSchema.OWN_TABLES + " in its place",
                    null);
        }
        List<String> differences = plan.replayed().questions();
        if (!differences.isEmpty()) {
            throw new SchemaException(
                    SchemaException.Failure.OTHER, "nothing was written: " + String.join("; ", differences), null);
        }
        sources.begin(AuthSchema.OWN_TABLES);
        return List.of(sources.add("baseline", plan.baselineSteps()), sources.add("lockstile", plan.additionSteps()));
    }

    /**
     * Writes what the other application has added since the takeover into the host's changelog.
     *
     * @param plan as {@link #since} gave it, with additions
     * @param sources where the host's changelog lies
     * @return the path that was written, as the class path names it
     */
    public static String writeSince(TakeoverPlan plan, ChangelogSources sources) {
        return sources.add("found since", plan.additionSteps());
    }

    private static Function<SqlType, String> word(Connection connection) throws SQLException {
        return switch (connection.getMetaData().getDatabaseProductName()) {
            case "H2" -> SqlType::h2;
            case "PostgreSQL" -> SqlType::postgresql;
            default -> SqlType::mariadb;
        };
    }
}
