package dev.lockstile.auth.schema.check;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.history.HistoryGuard;
import dev.lockstile.auth.schema.internal.catalogue.DatabaseShapes;
import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.lock.LockRecovery;
import dev.lockstile.auth.schema.lock.LockReport;
import dev.lockstile.auth.schema.make.MakeMigrations;
import dev.lockstile.auth.schema.make.MakeOptions;
import dev.lockstile.auth.schema.make.MigrationDraft;
import dev.lockstile.auth.schema.report.Finding;
import dev.lockstile.auth.schema.report.SchemaException;
import dev.lockstile.auth.schema.tools.EntityModel;
import dev.lockstile.auth.schema.tools.PendingLint;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs every guard over a host: the history of its schema, the migrations that wait, the lock, and whether its
 * entities, its changelog and its database say the same, down to identifiers and rights that another application has
 * changed. Nothing is written.
 */
public final class HostCheck {

    private HostCheck() {}

    /**
     * {@return all that is wrong} What a broken history makes impossible to tell is left out.
     *
     * @param schema the host's changelog and its database
     * @param entities the host's persistence unit
     * @param resources where the changelog lies in the source tree
     */
    public static List<Finding> of(AuthSchema schema, EntityModel entities, Path resources) {
        return of(schema, entities, resources, IdentifierRules.standard());
    }

    /**
     * {@return the same for a host with rules of its own}
     *
     * @param schema the host's changelog and its database
     * @param entities the host's persistence unit
     * @param resources where the changelog lies in the source tree
     * @param rules by which the keys of identifiers were made
     */
    public static List<Finding> of(AuthSchema schema, EntityModel entities, Path resources, IdentifierRules rules) {
        HistoryGuard.Report history = schema.guard().inspect(schema.database());
        List<Finding> findings = new ArrayList<>(history.findings());
        if (history.editsLookedFor()) {
            findings.addAll(PendingLint.of(schema).findings());
            findings.addAll(againstChangelog(schema, entities, resources));
        }
        findings.addAll(lock(schema));
        findings.addAll(tables(schema, entities, history.editsLookedFor()));
        findings.addAll(StoreTableChecks.of(schema));
        findings.addAll(LetterCaseChecks.of(schema.database()));
        findings.addAll(SharedColumnChecks.of(schema.database(), entities, rules));
        findings.addAll(WritableChecks.of(entities.classes()));
        return findings;
    }

    private static List<Finding> againstChangelog(AuthSchema schema, EntityModel entities, Path resources) {
        MigrationDraft draft = MakeMigrations.of(schema, entities, resources).draft(MakeOptions.NONE);
        List<Finding> findings = new ArrayList<>();
        draft.steps()
                .forEach(step -> findings.add(new Finding(
                        "HM-05", schema.changelog(), "the entities want more than it: " + step, "makemigrations")));
        draft.questions()
                .forEach(question -> findings.add(new Finding(
                        "HM-05", schema.changelog(), "the entities differ: " + question, "makemigrations")));
        return findings;
    }

    /** The tables are read once for what they are and for what makes their keys. */
    private static List<Finding> tables(AuthSchema schema, EntityModel entities, boolean parses) {
        try (Connection connection = schema.database().getConnection()) {
            Shape there = DatabaseShapes.read(connection).comparedBy(connection);
            List<Finding> findings = new ArrayList<>(TableChecks.of(connection, there, entities));
            findings.addAll(KeyCounterChecks.of(connection, there, entities));
            if (parses) {
                findings.addAll(ChangedColumns.of(schema, connection, there, entities));
            }
            return findings;
        } catch (SQLException e) {
            throw new SchemaException("the tables cannot be read", e);
        }
    }

    private static List<Finding> lock(AuthSchema schema) {
        LockReport report = LockRecovery.of(schema.database()).report();
        return report instanceof LockReport.Held held
                ? List.of(new Finding("LK-01", "DATABASECHANGELOGLOCK", held.toString(), "unlock, when it is stale"))
                : List.of();
    }
}
