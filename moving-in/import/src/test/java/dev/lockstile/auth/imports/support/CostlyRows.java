package dev.lockstile.auth.imports.support;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rows of credentials whose hashes were made at the cost of production. One sign-in of such a person takes a test a
 * third of a second, so that a test which is not the only one of all rows takes each kind of them once.
 */
public final class CostlyRows {

    private static final Pattern HASHER = Pattern.compile(".*(default|_12|:260000).*");

    private CostlyRows() {}

    /**
     * Rows without those that are like an earlier one but for the name and the password; all rows with {@code -Pproof}.
     */
    public static List<Map<String, String>> once(List<Map<String, String>> rows) {
        if (Boolean.getBoolean("lockstile.proof")) {
            return rows;
        }
        Set<List<String>> known = new HashSet<>();
        return rows.stream()
                .filter(row -> !isCostly(row) || known.add(kind(row)))
                .toList();
    }

    private static boolean isCostly(Map<String, String> row) {
        boolean written = row.getOrDefault("source", "").equals("http"); // by the real server, at its own cost
        return !row.get("password").isEmpty()
                && (written || HASHER.matcher(row.get("hasher")).matches());
    }

    private static List<String> kind(Map<String, String> row) {
        return List.of(row.get("hasher"), row.get("expected_login"), row.get("why"), row.get("dirt"));
    }
}
