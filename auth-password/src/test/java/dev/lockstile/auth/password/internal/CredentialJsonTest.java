package dev.lockstile.auth.password.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialJsonTest {

    @Test
    void members_keep_their_text_and_what_is_null_is_left_out() {
        assertThat(CredentialJson.object("{\"a\":\"x\",\"b\":null,\"c\":[1,null,{\"d\":true}],\"e\":{},\"f\":1.50}"))
                .isEqualTo(Map.of("a", "x", "c", List.of("1", Map.of("d", "true")), "e", Map.of(), "f", "1.50"));
        assertThat(CredentialJson.object(" {} ")).isEmpty();
        assertThat(CredentialJson.object("{\"a\":{\"b\":{\"c\":{\"d\":{}}}}}")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "null",
                "{} {}",
                "{}]",
                "{\"a\":1",
                "{\"a\":1,\"a\":2}",
                "{a:1}",
                "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{}}}}}}",
                "{\"secret hash\""
            })
    void anything_but_one_flat_object_is_refused_without_quoting_it(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CredentialJson.object(text))
                .withMessageNotContaining("secret")
                .withNoCause();
    }
}
