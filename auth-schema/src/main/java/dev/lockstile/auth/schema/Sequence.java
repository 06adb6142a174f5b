package dev.lockstile.auth.schema;

import dev.lockstile.auth.schema.report.SchemaException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;

/**
 * Holds that a folder of numbered files has every number once. Two branches that each wrote the next file merge without
 * a conflict; which of the two runs first would differ from database to database.
 */
final class Sequence {

    private static final Pattern NUMBERED = Pattern.compile("(.*/)?(\\d{3,})_[^/]*");

    private Sequence() {}

    static void check(Liquibase liquibase) throws LiquibaseException {
        check(liquibase.getDatabaseChangeLog().getChangeSets().stream()
                .map(ChangeSet::getFilePath)
                .toList());
    }

    static void check(List<String> paths) {
        Map<String, TreeSet<String>> byNumber = new TreeMap<>();
        for (String path : paths) {
            Matcher numbered = NUMBERED.matcher(path);
            if (numbered.matches()) {
                byNumber.computeIfAbsent(numbered.group(1) + numbered.group(2), n -> new TreeSet<>())
                        .add(path);
            }
        }
        byNumber.values().stream().filter(twins -> twins.size() > 1).findFirst().ifPresent(Sequence::refuse);
    }

    private static void refuse(TreeSet<String> twins) {
        throw new SchemaException(
                SchemaException.Failure.SAME_NUMBER,
                "two branches wrote the same number: " + String.join(" and ", twins)
                        + ". Nothing was run. Give the one that no shared database has run yet the next free number:"
                        + " its file name, its logicalFilePath and its include",
                null);
    }
}
