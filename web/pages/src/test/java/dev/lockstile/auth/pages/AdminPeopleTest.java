package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the administration calls an account: its owner chose the name. */
class AdminPeopleTest {

    private static final String ADDRESS = "eve@example.com";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "root@example.com",
                "root\uff20example.com",
                "+52 55 1234 5678",
                "20210045",
                "\u0665\u0665\u0661\u0662\u0663"
            })
    void a_name_that_reads_like_an_identifier_is_not_shown_as_one(String name) {
        assertThat(AdminPeople.title(Map.of("id", 7L, "email", ADDRESS, "name", name)))
                .isEqualTo(ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Eva Sol", "Eva 2nd", "\u5f20\u4f1f"})
    void other_names_are_shown(String name) {
        assertThat(AdminPeople.title(Map.of("id", 7L, "email", ADDRESS, "name", name)))
                .isEqualTo(name);
    }
}
