package dev.lockstile.auth.password.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.password.HashCeilings;
import dev.lockstile.auth.password.PasswordFormat;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A built-in format answers like one of the host, for every caller. */
class BuiltInFormatTest {

    private static final String MD5_OF_PASSWORD = "5f4dcc3b5aa765d61d8327deb882cf99";

    private final PasswordFormat md5 =
            RawFormats.of(new Kdf(HashCeilings.defaults(), new MemoryGate(0, Duration.ZERO))).stream()
                    .filter(format -> format.id().equals("hex_md5"))
                    .findFirst()
                    .orElseThrow();

    @Test
    void a_text_of_the_format_matches_its_password_alone() {
        assertThat(md5.recognises(MD5_OF_PASSWORD)).isTrue();
        assertThat(md5.matches(MD5_OF_PASSWORD, Encodings.utf8("password"))).isTrue();
        assertThat(md5.matches(MD5_OF_PASSWORD, Encodings.utf8("passwort"))).isFalse();
    }

    @Test
    void another_text_matches_nothing() {
        assertThat(md5.recognises("x")).isFalse();
        assertThat(md5.matches("x", Encodings.utf8("x"))).isFalse();
    }
}
