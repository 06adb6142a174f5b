package dev.lockstile.auth.imports.support;

import java.util.Map;
import java.util.Set;

/** Who signs in of the people in {@code jb_drf_auth.credentials.csv}. */
public final class JbAnswers {

    /** Of each pair of equal addresses the verified, active, older account. */
    private static final Set<String> WINNERS = Set.of("69", "83", "127", "151");

    private JbAnswers() {}

    /** As the old server answered, and better where it failed an honest person with a usable account. */
    public static boolean signsIn(Map<String, String> row) {
        String why = row.get("why");
        boolean honest = why.startsWith("DRF trims spaces")
                || why.startsWith("algorithm gone")
                || why.equals("500: no default profile")
                || why.startsWith("500: several accounts") && WINNERS.contains(row.get("id"));
        boolean usable = row.get("active").equals("1")
                && row.get("verified").equals("1")
                && row.get("deleted").equals("0");
        return row.get("expected_login").equals("yes") || honest && usable;
    }
}
