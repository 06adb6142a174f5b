package dev.lockstile.auth.imports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.LegacyOrigin;
import org.junit.jupiter.api.Test;

final class LedgerKeyTest {

    /** As stored ledgers have it: `printf 'shop|users|7' | openssl dgst -sha256 -binary`, in base64url. */
    private static final String STORED = "GUqDVU8KLirj_S0V1xsOMuewfWGDijjy6XSWYin3rxA";

    @Test
    void a_key_is_the_digest_of_system_kind_and_old_key_in_base64url() {
        assertThat(LedgerKey.of("shop", "users", "7")).isEqualTo(STORED);
    }

    @Test
    void a_later_run_finds_a_row_under_the_key_of_the_first() {
        assertThat(LedgerKey.of(new LegacyOrigin("shop", "users", "7", "first", "a")))
                .isEqualTo(STORED);
        assertThat(new Ledger("shop", "later").key("users", "7")).isEqualTo(STORED);
    }
}
