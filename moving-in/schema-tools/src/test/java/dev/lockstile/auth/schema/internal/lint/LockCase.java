package dev.lockstile.auth.schema.internal.lint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An entry of {@code lint/locks.sql}.
 *
 * @param rules those that are expected, none where the statement is safe
 * @param lock the strongest lock that it takes on a table
 * @param work what it does there: none, read or rewrite
 */
record LockCase(Set<String> rules, String lock, String work, String title, String sql) {

    static List<LockCase> all() {
        List<LockCase> cases = new ArrayList<>();
        for (String entry : resource("locks.sql").split("(?m)^--# ")) {
            int line = entry.indexOf('\n');
            String[] head = entry.substring(0, line).split("\\|");
            if (head.length == 4) {
                Set<String> rules = new TreeSet<>(List.of(head[0].strip().split(" ")));
                rules.remove("none");
                cases.add(new LockCase(
                        rules,
                        head[1].strip(),
                        head[2].strip(),
                        head[3].strip(),
                        entry.substring(line).strip()));
            }
        }
        return cases;
    }

    /** What is there before it. */
    static String base() {
        return resource("base-locks.sql");
    }

    /** Whether readers or writers have to wait while it goes through rows. */
    boolean keepsOthersWaiting() {
        return Set.of("Share", "ShareRowExclusive", "Exclusive", "AccessExclusive")
                        .contains(lock)
                && !work.equals("none");
    }

    private static String resource(String name) {
        try (InputStream in = LockCase.class.getResourceAsStream("/lint/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return String.join(" ", rules) + " " + title;
    }
}
