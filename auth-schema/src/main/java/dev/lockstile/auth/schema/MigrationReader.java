package dev.lockstile.auth.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSetStatus;
import liquibase.changelog.RanChangeSet;
import liquibase.exception.LiquibaseException;
import liquibase.snapshot.SnapshotGeneratorFactory;
import org.jspecify.annotations.Nullable;

/** Reads where every change set stands. */
final class MigrationReader {

    private final Map<String, RanChangeSet> ran = new HashMap<>();

    private MigrationReader(List<RanChangeSet> sets) {
        sets.forEach(set -> ran.put(key(set.getStoredChangeLog(), set.getId(), set.getAuthor()), set));
    }

    /** In the order of the changelog; what only the database has comes first, since it ran before. */
    static List<Migration> all(Liquibase liquibase) throws LiquibaseException {
        ChangeLogHistoryService service = Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .getChangeLogService(liquibase.getDatabase());
        List<Migration> listed = new ArrayList<>();
        List<RanChangeSet> history = hasHistory(liquibase) ? new ArrayList<>(service.getRanChangeSets()) : List.of();
        MigrationReader reader = new MigrationReader(history);
        for (ChangeSetStatus status : liquibase.getChangeSetStatuses(new Contexts(), new LabelExpression(), false)) {
            listed.add(reader.known(status));
        }
        List<Migration> all = new ArrayList<>();
        history.stream()
                .filter(set -> reader.ran.containsKey(key(set.getStoredChangeLog(), set.getId(), set.getAuthor())))
                .forEach(set -> all.add(gone(set)));
        all.addAll(listed);
        return List.copyOf(all);
    }

    private static boolean hasHistory(Liquibase liquibase) throws LiquibaseException {
        return SnapshotGeneratorFactory.getInstance().hasDatabaseChangeLogTable(liquibase.getDatabase());
    }

    private Migration known(ChangeSetStatus status) {
        ChangeSet set = status.getChangeSet();
        RanChangeSet found = ran.remove(key(set.getFilePath(), set.getId(), set.getAuthor()));
        Migration.State state = found == null ? open(status) : done(found);
        return entry(set.getFilePath(), set.getId(), set.getAuthor(), state, found, comment(set));
    }

    private static Migration.State open(ChangeSetStatus status) {
        if (status.getChangeSet().isIgnore()) {
            return Migration.State.UNUSED;
        }
        return status.getWillRun() ? Migration.State.PENDING : Migration.State.OTHER_DATABASE;
    }

    private static Migration.State done(RanChangeSet set) {
        return set.getExecType() == ChangeSet.ExecType.MARK_RAN ? Migration.State.MARKED : Migration.State.APPLIED;
    }

    private static Migration gone(RanChangeSet set) {
        return entry(set.getStoredChangeLog(), set.getId(), set.getAuthor(), Migration.State.GONE, set, "");
    }

    private static Migration entry(
            String path, String id, String author, Migration.State state, @Nullable RanChangeSet ran, String comment) {
        return new Migration(
                path,
                id,
                author,
                state,
                ran == null || ran.getDateExecuted() == null
                        ? null
                        : ran.getDateExecuted().toInstant(),
                ran == null ? null : ran.getTag(),
                comment);
    }

    private static String comment(ChangeSet set) {
        return set.getComments() == null ? "" : set.getComments().strip();
    }

    private static String key(String path, String id, String author) {
        return path.replace('\\', '/').replaceFirst("^classpath:/?", "") + "::" + id + "::" + author;
    }
}
