package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.PhoneNumbers;
import dev.lockstile.auth.admin.AdminLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an act on accounts concerns: a page of each list, read by one statement. */
record AdminConcerned(AdminLists lists, Times times) {

    private static final int MOST = 200;

    /** What a deleted account has to lose: its names, its profiles and its open sessions. */
    List<Map<String, String>> ofUser(Map<String, @Nullable Object> row) {
        List<Map<String, String>> facts = new ArrayList<>();
        for (String name : List.of("email", "phone", "username")) {
            Object value = row.get(name);
            if (value != null) {
                facts.add(Question.fact(say("column." + name), PhoneNumbers.grouped(value.toString())));
            }
        }
        AdminLists.Query own =
                AdminLists.Query.all().ofUser(String.valueOf(row.get("id"))).sized(MOST);
        AdminLists.Page profiles = lists.page(AdminLists.Table.PROFILES, own);
        AdminLists.Page sessions = lists.page(AdminLists.Table.SESSIONS, own);
        add(facts, "admin.profiles", profiles.rows().size(), profiles);
        add(facts, "ask.openSessions", open(sessions).size(), sessions);
        return facts;
    }

    /** How many sessions of how many people are open among the newest; nothing where the lists have none. */
    List<Map<String, String>> ofAll() {
        AdminLists.Page sessions =
                lists.page(AdminLists.Table.SESSIONS, AdminLists.Query.all().sized(MOST));
        List<Map<String, @Nullable Object>> open = open(sessions);
        List<Map<String, String>> facts = new ArrayList<>();
        add(facts, "ask.openSessions", open.size(), sessions);
        long people = open.stream().map(row -> row.get("user")).distinct().count();
        add(facts, "admin.users", people, sessions);
        return facts;
    }

    private static List<Map<String, @Nullable Object>> open(AdminLists.Page sessions) {
        return sessions.rows().stream()
                .filter(row -> row.get("endedAt") == null)
                .toList();
    }

    /** A plus sign says that the page is not all. */
    private void add(List<Map<String, String>> facts, String label, long count, AdminLists.Page page) {
        if (count > 0) {
            facts.add(Question.fact(say(label), times.number(count) + (page.next() == null ? "" : "+")));
        }
    }

    private String say(String key) {
        return times.texts().say(key);
    }
}
