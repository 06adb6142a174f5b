package dev.lockstile.auth.spring.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.spring.test.kiosk.Kiosk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

@LockstileTest(properties = "spring.datasource.url=" + OccupiedKiosk.URL)
@ContextConfiguration(classes = Kiosk.class)
class OccupiedDatabaseTest {

    @Autowired
    private TestUsers users;

    @Autowired
    private JdbcTemplate rows;

    @Test
    void attacks_are_refused_where_there_are_users_who_stay() {
        users.open("ana@example.com", "USER");
        OccupiedKiosk attacks = new OccupiedKiosk();
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(attacks::open)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("holds users");
        }
        assertThat(rows.queryForObject("select count(*) from kiosk_member", Long.class))
                .isEqualTo(1);
    }
}
