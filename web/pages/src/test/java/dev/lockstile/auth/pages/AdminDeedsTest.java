package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which acts the page of a user has, by the state of the account. */
class AdminDeedsTest {

    private static final Map<String, Boolean> ALL = Stream.of(
                    "impersonate",
                    "restore",
                    "enable",
                    "reset-password",
                    "invite",
                    "require-password",
                    "end-sessions",
                    "temporary-password",
                    "reset-factors",
                    "revoke-invitation",
                    "merge",
                    "disable",
                    "delete")
            .collect(Collectors.toMap(act -> act, act -> true));

    private static AdminDeeds deeds(String... states) {
        Map<String, Object> user = new HashMap<>();
        Stream.of(states).forEach(state -> user.put(state, true));
        return new AdminDeeds(user, ALL);
    }

    private static List<String> names(List<Map<String, String>> deeds) {
        return deeds.stream().map(deed -> deed.get("name")).toList();
    }

    @Test
    void an_account_that_waits_for_its_person_has_few_acts() {
        AdminDeeds waiting = deeds("active", "unused");
        assertThat(names(waiting.calm(true))).containsExactly("invite", "revoke-invitation");
        assertThat(names(waiting.dangers(false))).containsExactly("delete");
    }

    @Test
    void an_account_in_use_has_all_but_those_of_an_invitation() {
        AdminDeeds used = deeds("active", "emailProven");
        assertThat(names(used.calm(true)))
                .containsExactly("impersonate", "reset-password", "require-password", "end-sessions");
        assertThat(names(used.dangers(true)))
                .containsExactly("temporary-password", "reset-factors", "merge", "disable", "delete");
    }

    @Test
    void one_that_is_disabled_or_deleted_is_opened_again() {
        assertThat(names(deeds().calm(true))).startsWith("enable");
        assertThat(names(deeds("deleted").calm(true))).containsExactly("restore");
        assertThat(deeds("deleted").dangers(true)).isEmpty();
    }
}
