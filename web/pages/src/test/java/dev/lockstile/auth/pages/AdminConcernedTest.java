package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.admin.AdminLists;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the pages that ask before an act tell of the accounts it is about. */
class AdminConcernedTest {

    private final List<AdminLists.Query> asked = new ArrayList<>();
    private String next;

    private final AdminConcerned concerned = new AdminConcerned(
            this::page, new Times(Objects.requireNonNull(Texts.all().get("en")), Clock.systemUTC()));

    private AdminLists.Page page(AdminLists.Table list, AdminLists.Query query) {
        asked.add(query);
        List<Map<String, Object>> rows = list == AdminLists.Table.SESSIONS
                ? List.of(session(1, null), session(1, null), session(2, null), session(3, Instant.EPOCH))
                : List.of(Map.of("id", 1), Map.of("id", 2));
        return new AdminLists.Page(List.of("id"), List.copyOf(rows), next);
    }

    private static Map<String, Object> session(int user, Instant ended) {
        Map<String, Object> row = new HashMap<>(Map.of("id", 1, "user", user));
        row.put("endedAt", ended);
        return row;
    }

    @Test
    void all_sessions_are_counted_with_their_people_by_one_page() {
        assertThat(concerned.ofAll())
                .containsExactly(Question.fact("Active sessions", "3"), Question.fact("People", "2"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_page_that_is_not_all_is_told_by_a_plus_sign() {
        next = "7";
        assertThat(concerned.ofAll())
                .containsExactly(Question.fact("Active sessions", "3+"), Question.fact("People", "2+"));
    }

    @Test
    void an_account_is_told_by_its_names_profiles_and_open_sessions() {
        Map<String, Object> row = new HashMap<>(Map.of("id", 7, "email", "ana@example.com", "username", "ana"));
        row.put("phone", null);
        assertThat(concerned.ofUser(row))
                .containsExactly(
                        Question.fact("Email", "ana@example.com"),
                        Question.fact("Username", "ana"),
                        Question.fact("Profiles", "2"),
                        Question.fact("Active sessions", "3"));
        assertThat(asked).extracting(AdminLists.Query::user).containsExactly("7", "7");
    }

    @Test
    void lists_without_rows_tell_nothing() {
        assertThat(new AdminConcerned(AdminLists.none(), concerned.times()).ofAll())
                .isEmpty();
    }
}
