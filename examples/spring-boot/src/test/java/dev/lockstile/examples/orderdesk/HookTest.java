package dev.lockstile.examples.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.spring.test.LockstileTest;
import dev.lockstile.auth.spring.test.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

// spotless:off
// region: slice
@LockstileTest(properties = "spring.datasource.url=jdbc:h2:mem:hook")
@Import(Desk.class)
class HookTest {

    @Autowired TestUsers users;
    @Autowired Purchases purchases;

    @Test
    void each_new_user_gets_a_mug() {
        users.open("ana@example.com", "USER");
        assertThat(purchases.findAll()).extracting(purchase -> purchase.item).containsExactly("welcome mug");
    }
}
// end: slice
// spotless:on
