package dev.lockstile.auth.schema.internal.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An entry of {@code lint/corpus.sql}.
 *
 * @param rules those that are expected, none where the statement is safe
 * @param options as the head of the file has them
 */
record CorpusCase(Set<String> rules, Set<String> options, String title, String sql) {

    private static final String HEAD = "--# ";

    static List<CorpusCase> all() {
        List<CorpusCase> cases = new ArrayList<>();
        for (String entry : resource("corpus.sql").split("(?m)^" + HEAD)) {
            int line = entry.indexOf('\n');
            String[] head = entry.substring(0, line).split("\\|");
            if (head.length == 3) {
                Set<String> rules = words(head[0]);
                rules.remove("none");
                cases.add(new CorpusCase(
                        rules,
                        words(head[1]),
                        head[2].strip(),
                        entry.substring(line).strip()));
            }
        }
        return cases;
    }

    LintDatabase database() {
        return has("mariadb") ? LintDatabase.MARIADB : LintDatabase.POSTGRESQL;
    }

    boolean has(String option) {
        return options.contains(option);
    }

    /** What is there before it. */
    static String base(LintDatabase database) {
        return resource("base-" + database.shortName() + ".sql");
    }

    /** The changelog of a host that has this entry as its newest change set; {@code base} is the one before. */
    String changelog() {
        String more = has("out") ? " runInTransaction=\"false\"" : "";
        String comment = has("contract") ? "<comment>unused-since: 2.3; signed-off-by: Ana</comment>" : "";
        return "<changeSet id=\"base\" author=\"host\">" + sql(base(database())) + "</changeSet>\n"
                + "<changeSet id=\"new\" author=\"host\"" + more + (has("contract") ? " labels=\"contract\"" : "") + ">"
                + comment + sql(sql) + "<rollback>select 1</rollback></changeSet>";
    }

    private static String sql(String text) {
        return "<sql splitStatements=\"false\" stripComments=\"false\"><![CDATA[" + text + "]]></sql>";
    }

    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>(List.of(text.strip().split("\\s+")));
        words.remove("");
        return words;
    }

    private static String resource(String name) {
        try (InputStream in = CorpusCase.class.getResourceAsStream("/lint/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return String.join(" ", rules) + " " + title;
    }
}
