package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.lint.LintRule;
import java.util.ArrayList;
import java.util.List;

/** A rule, a migration that breaks it and the recipe that does not, on one database. */
record LintCase(LintRule rule, LintDatabase database, String bad, String good) {

    /** What both come after. */
    static final String BASE = """
            <changeSet id="base" author="host">
                <createTable tableName="member">
                    <column name="id" type="bigint"><constraints primaryKey="true" nullable="false"/></column>
                    <column name="nick" type="varchar(40)"/>
                    <column name="age" type="int"/>
                    <column name="team_id" type="bigint"/>
                </createTable>
                <createTable tableName="team">
                    <column name="id" type="bigint"><constraints primaryKey="true" nullable="false"/></column>
                </createTable>
            </changeSet>
            """;

    static List<LintCase> all() {
        List<LintCase> cases = new ArrayList<>();
        cases.addAll(DatabaseLintCases.postgres());
        cases.addAll(DatabaseLintCases.mysql());
        cases.addAll(CommonLintCases.everywhere());
        return cases;
    }

    static LintCase pg(LintRule rule, String bad, String good) {
        return new LintCase(rule, LintDatabase.POSTGRESQL, bad, good);
    }

    static LintCase my(LintRule rule, String bad, String good) {
        return new LintCase(rule, LintDatabase.MARIADB, bad, good);
    }

    /** The changelog, with an id for each change set. */
    static String numbered(String body) {
        String text = body;
        for (int i = 1; text.contains("id=\"%d\""); i++) {
            text = text.replaceFirst("id=\"%d\"", "id=\"c" + i + "\"");
        }
        return BASE + text;
    }

    /** A precondition class that is there. */
    public static final class Fine implements liquibase.precondition.CustomPrecondition {
        @Override
        public void check(liquibase.database.Database database) {}
    }

    @Override
    public String toString() {
        return rule + " on " + database + ": " + bad.replaceAll("\\s+", " ");
    }
}
