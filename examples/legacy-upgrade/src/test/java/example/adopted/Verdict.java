package example.adopted;

import java.util.Map;

/** What one person types, and whether that opens the account. */
record Verdict(String who, String login, String password, boolean opens) {

    static Verdict of(Map<String, String> row, String login, boolean opens) {
        String password = row.get("password").isEmpty() ? "any-word-at-all-1" : row.get("password");
        return new Verdict(
                row.get("id") + " (" + row.get("why") + ", " + row.get("dirt") + ")", login, password, opens);
    }
}
