package example.adopted;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One person may be in both tables: then the password of {@code fu_users} counts, unless that one is none. */
final class FastApiVerdicts {

    private static final List<String> NO_HASH = List.of("hash_disabled", "hash_empty");

    private FastApiVerdicts() {}

    /** @param chosen of the rows, which are all looked at to know who keeps an address */
    static List<Verdict> of(List<Map<String, String>> rows, UnaryOperator<List<Map<String, String>>> chosen) {
        Map<String, Map<String, String>> keepers = new HashMap<>();
        rows.stream()
                .filter(FastApiVerdicts::isMain)
                .forEach(row -> keepers.merge(folded(row), row, FastApiVerdicts::keeper));
        return chosen.apply(rows).stream()
                .map(row -> of(row, keepers.get(folded(row))))
                .toList();
    }

    private static Verdict of(Map<String, String> row, Map<String, String> main) {
        boolean yes = row.get("expected_login").equals("yes");
        if (isMain(row)) {
            boolean twin = row.get("why").startsWith("e-mail case twin");
            return Verdict.of(row, row.get("email"), twin ? main == row : yes);
        }
        boolean dropped = main != null && !NO_HASH.contains(main.get("dirt"));
        return Verdict.of(row, row.get("username"), yes && !dropped);
    }

    private static Map<String, String> keeper(Map<String, String> one, Map<String, String> other) {
        return one.get("verified").equals("True") || !other.get("verified").equals("True") ? one : other;
    }

    private static boolean isMain(Map<String, String> row) {
        return row.get("table").equals("fu_users");
    }

    private static String folded(Map<String, String> row) {
        return row.get("email").toLowerCase(Locale.ROOT);
    }
}
