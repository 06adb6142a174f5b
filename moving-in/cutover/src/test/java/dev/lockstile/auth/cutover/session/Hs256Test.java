package dev.lockstile.auth.cutover.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstile.auth.imports.support.LegacyTokenMaker;
import dev.lockstile.auth.secret.Secret;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts with a right signature are read, and no other text is. */
final class Hs256Test {

    private static final String KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    private final LegacyTokenMaker maker = new LegacyTokenMaker(KEY, Clock.systemUTC());
    private final Hs256 reader = new Hs256(Secret.of(KEY), false);

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"alg\":\"HS256\"}", "{\"alg\":\"HS256\",\"typ\":\"jwt\"}", "{\"alg\":\"HS256\",\"kid\":\"1\"}"
            })
    void a_plain_header_is_read(String header) {
        assertThat(read(maker.token(header, "{\"sub\":\"1\"}"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"alg\":\"none\"}",
                "{\"alg\":\"HS512\"}",
                "{\"alg\":\"hs256\"}",
                "{\"alg\":\"HS256\",\"alg\":\"HS256\"}",
                "{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"HS256\",\"typ\":1}",
                "{\"alg\":\"HS256\",\"crit\":[]}",
                "{\"alg\":\"HS256\",\"b64\":true}",
                "{\"alg\":\"HS256\",\"zip\":\"DEF\"}"
            })
    void any_other_header_is_refused(String header) {
        assertThat(read(maker.token(header, "{\"sub\":\"1\"}"))).isFalse();
    }

    @Test
    void a_text_of_another_form_or_signature_is_refused() {
        String good = maker.signed("{\"sub\":\"1\"}");
        assertThat(read(good)).isTrue();
        assertThat(read(good + ".")).isFalse();
        assertThat(read(good.substring(0, good.lastIndexOf('.')))).isFalse();
        assertThat(read(good.substring(0, good.lastIndexOf('.') + 1))).isFalse();
        assertThat(read(good.substring(0, good.lastIndexOf('.') + 1) + "*")).isFalse();
        assertThat(read(new LegacyTokenMaker(KEY + "x", Clock.systemUTC()).signed("{\"sub\":\"1\"}")))
                .isFalse();
        assertThat(read(maker.signed("1"))).isFalse();
    }

    @Test
    void a_token_has_8192_characters_at_most() {
        String longest = maker.signed("{\"p\":\"" + "x".repeat(6075) + "\"}");
        assertThat(longest).hasSize(8192);
        assertThat(read(longest)).isTrue();
        assertThat(read(maker.signed("{\"p\":\"" + "x".repeat(6076) + "\"}"))).isFalse();
    }

    @Test
    void a_key_has_32_bytes_unless_a_shorter_one_is_allowed_and_never_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Hs256(Secret.of("x".repeat(31)), false));
        assertThatCode(() -> new Hs256(Secret.of("x"), true)).doesNotThrowAnyException();
    }

    private boolean read(String token) {
        return reader.read(Secret.of(token)).isPresent();
    }
}
