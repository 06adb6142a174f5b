package dev.lockstile.examples.quickstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A person of the old system, and what the old server answered when that person signed in. */
record LegacyUser(Map<String, String> columns) {

    /** Who keeps an identifier that several have: who may sign in, then who is verified, then who is older. */
    static Comparator<LegacyUser> keepsFirst(Map<String, Instant> createdById) {
        return Comparator.comparing((LegacyUser user) -> !user.mayAct())
                .thenComparing(user -> !user.is("verified"))
                .thenComparing(user -> createdById.get(user.get("id")))
                .thenComparing(user -> Integer.valueOf(user.get("id")));
    }

    static List<LegacyUser> all() {
        try (InputStream in = Objects.requireNonNull(
                        LegacyUser.class.getResourceAsStream("/legacy/jb_drf_auth.credentials.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> names = cells(lines.readLine());
            List<LegacyUser> users = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                users.add(of(names, cells(line)));
            }
            return users;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    String get(String column) {
        return columns.getOrDefault(column, "");
    }

    boolean is(String flag) {
        return get(flag).equals("1");
    }

    boolean mayAct() {
        return is("active") && !is("deleted");
    }

    String foldedEmail() {
        return get("email").toLowerCase(Locale.ROOT);
    }

    private static LegacyUser of(List<String> names, List<String> cells) {
        Map<String, String> columns = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), cells.get(i));
        }
        return new LegacyUser(columns);
    }

    /** One line of RFC 4180. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    @Override
    public String toString() {
        return "old user " + get("id") + " (" + get("why") + ")";
    }
}
