package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.changelog.HostClasses;
import dev.lockstile.auth.schema.changelog.ParsedChangelog;
import dev.lockstile.auth.schema.internal.definition.TableDefinitions;
import dev.lockstile.auth.schema.internal.step.BaselineStep;
import dev.lockstile.auth.schema.internal.step.Step;
import dev.lockstile.auth.schema.make.ChangelogSources;
import dev.lockstile.auth.schema.report.SchemaException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;

/**
 * Runs a baseline in an empty schema, which is made for it and dropped, and compares what it makes with the tables that
 * were found; and on H2, where it has to run too.
 *
 * @param database where the tables were found
 * @param steps the baseline
 * @param additions what our superclasses need besides
 */
record BaselineReplay(DataSource database, List<Step> steps, List<Step> additions) {

    private static final String CHANGELOG = "replay.xml";
    private static final String ON_H2 = "makemigrations could not replay these files on H2: ";

    /**
     * What came of it.
     *
     * @param differences a sentence each; empty when an empty database gets the same tables
     * @param notes why it was not tried, if so
     */
    record Outcome(List<String> differences, List<String> notes) {}

    Outcome run() {
        Outcome there = runThere();
        List<String> differences = new ArrayList<>(there.differences());
        differences.addAll(troublesOnH2());
        return new Outcome(differences, there.notes());
    }

    /**
     * On H2 in memory {@code makemigrations} and {@code check} replay the changelog, by the words for all databases.
     */
    private List<String> troublesOnH2() {
        String url = "jdbc:h2:mem:lockstile_replay_" + Long.toHexString(System.nanoTime());
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            execute(connection, List.of(steps, additions));
            return List.of();
        } catch (SQLException e) {
            return e.getMessage() != null && e.getMessage().contains("No suitable driver")
                    ? List.of() // then there is no makemigrations either
                    : List.of(ON_H2 + reason(e));
        } catch (Exception e) {
            return List.of(ON_H2 + reason(e));
        }
    }

    private Outcome runThere() {
        try (Connection connection = database.getConnection()) {
            boolean commitsByItself = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try {
                return run(connection);
            } finally {
                connection.setAutoCommit(commitsByItself);
            }
        } catch (SQLException e) {
            throw new SchemaException("the baseline cannot be tried: " + e.getMessage(), e);
        }
    }

    private Outcome run(Connection connection) throws SQLException {
        Map<String, List<String>> found = definitions(connection);
        ThrowawaySchema schema;
        try {
            schema = ThrowawaySchema.create(connection);
        } catch (SQLException e) {
            return new Outcome(
                    List.of(),
                    List.of("the baseline was not tried, since the database makes no schema for this role: "
                            + reason(e)));
        }
        try (schema) {
            execute(connection, List.of(steps));
            connection.setAutoCommit(true);
            return new Outcome(differences(found, definitions(connection), needed(connection, schema)), List.of());
        } catch (SQLException | SchemaException e) {
            throw e;
        } catch (Exception e) {
            return new Outcome(List.of("the baseline fails on an empty database: " + reason(e)), List.of());
        }
    }

    private Map<String, List<String>> definitions(Connection connection) throws SQLException {
        TableDefinitions definitions = TableDefinitions.on(connection);
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String table : tables()) {
            all.put(table, definitions.of(table, tables()));
        }
        return all;
    }

    /** What the new tables take from the schema of the old ones: an empty database does not have it. */
    private List<String> needed(Connection connection, ThrowawaySchema schema) throws SQLException {
        List<String> needed = new ArrayList<>();
        for (String table : tables()) {
            TableDefinitions.on(connection).neededOf(schema.before(), table).stream()
                    .map(name -> table + " needs " + name + ", which the baseline does not make")
                    .forEach(needed::add);
        }
        return needed;
    }

    private Set<String> tables() {
        Set<String> tables = new TreeSet<>();
        for (Step step : steps) {
            if (step instanceof BaselineStep.Table found) {
                tables.add(found.table().name());
            }
        }
        return tables;
    }

    private static List<String> differences(
            Map<String, List<String>> found, Map<String, List<String>> made, List<String> needed) {
        List<String> all = new ArrayList<>(needed);
        found.forEach((table, statements) -> {
            Map<String, String> wanted = lines(statements);
            Map<String, String> got = lines(made.getOrDefault(table, List.of()));
            wanted.forEach((line, shown) -> {
                if (!got.containsKey(line)) {
                    all.add(told(table, shown, "misses"));
                }
            });
            got.forEach((line, shown) -> {
                if (!wanted.containsKey(line)) {
                    all.add(told(table, shown, "adds"));
                }
            });
        });
        return all;
    }

    private static String told(String table, String line, String verb) {
        return "on an empty database the baseline of " + table + " " + verb + ": " + line;
    }

    /**
     * As they are shown, by what they say: PostgreSQL writes the casts and brackets of an expression otherwise once it
     * has read its own text.
     */
    private static Map<String, String> lines(List<String> statements) {
        Map<String, String> lines = new LinkedHashMap<>();
        statements.stream()
                .flatMap(String::lines)
                .map(line -> line.strip().replaceFirst(",$", ""))
                .forEach(line ->
                        lines.put(line.replaceAll("::(?:text|character varying)(?:\\[\\])?|[()\\s]", ""), line));
        return lines;
    }

    private static void execute(Connection connection, List<List<Step>> files) throws Exception {
        Path folder = Files.createTempDirectory("lockstile-replay");
        try (DirectoryResourceAccessor resources = new DirectoryResourceAccessor(folder)) {
            ChangelogSources sources = new ChangelogSources(folder, CHANGELOG);
            sources.begin();
            for (List<Step> file : files) {
                sources.add("file", file);
            }
            Database target =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            new ParsedChangelog(CHANGELOG, resources, Map.of(), HostClasses.loader()).with(target, changelog -> {
                Liquibase liquibase = new Liquibase(changelog, resources, target);
                liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                liquibase.update("");
                return changelog;
            });
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }
}
