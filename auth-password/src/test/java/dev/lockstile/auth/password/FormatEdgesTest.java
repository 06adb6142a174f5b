package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.password.ImportOutcome.Kind;
import dev.lockstile.auth.password.service.Passwords;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The shortest keys that formats of other systems have, and what they make of blanks. */
class FormatEdgesTest {

    private final Passwords passwords = Passwords.of(PasswordFixture.cheap());
    private final PasswordFormats formats = passwords.formats();

    private Kind kind(String stored) {
        return formats.importable(stored, ImportHints.none()).kind();
    }

    private static String b64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void djangos_argon2_is_that_of_the_phc_form_behind_its_name() {
        String stored = "argon2$argon2i$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$YC9+jJCrQhs5R6db7LlN8Q";
        assertThat(PasswordFixture.matches(passwords, stored, "secret")).isTrue();
        assertThat(PasswordFixture.matches(passwords, stored, "secrets")).isFalse();
        assertThat(kind(stored)).isEqualTo(Kind.AS_IS);
        assertThat(formats.formatOf(stored)).isEqualTo("django_argon2");
    }

    private static String identity(int saltBytes, int keyBytes) {
        ByteBuffer text = ByteBuffer.allocate(13 + saltBytes + keyBytes);
        return b64(text.put((byte) 1).putInt(1).putInt(5).putInt(saltBytes).array());
    }

    @Test
    void asp_net_identity_has_16_bytes_of_salt_and_of_key_at_least() {
        assertThat(kind(identity(16, 16))).isEqualTo(Kind.AS_IS);
        assertThat(kind(identity(20, 16))).isEqualTo(Kind.AS_IS);
        for (String odd : List.of(identity(16, 15), identity(16, 12), identity(15, 32), identity(40, 10))) {
            assertThat(kind(odd)).as(odd).isEqualTo(Kind.UNKNOWN);
        }
    }

    private static String firebase(int signerBytes, int hashBytes) {
        return "$fbscrypt$v=1,n=2,r=3,p=1,ss=Bw==,sk=" + b64(new byte[signerBytes]) + "$MDEyMzQ1Njc4OQ==$"
                + b64(new byte[hashBytes]);
    }

    @Test
    void a_signer_key_of_firebase_has_16_bytes_at_least_and_the_hash_as_many() {
        assertThat(kind(firebase(16, 16))).isEqualTo(Kind.AS_IS);
        assertThat(kind(firebase(15, 15))).isEqualTo(Kind.REFUSED);
        assertThat(kind(firebase(16, 15))).isEqualTo(Kind.REFUSED);
        assertThat(kind(firebase(16, 17))).isEqualTo(Kind.REFUSED);
    }

    private static String wordpress(String password) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA384");
        mac.init(new SecretKeySpec(Foreign.utf8("wp-sha384"), "HmacSHA384"));
        return "$wp" + Foreign.bcrypt(b64(mac.doFinal(Foreign.utf8(password)))).replace("$2b$", "$2y$");
    }

    @Test
    void wordpress_takes_blanks_off_at_both_ends_and_nowhere_else() throws Exception {
        String stored = wordpress("a secret");
        for (String same : List.of("a secret", " a secret", "a secret ", "\t\na secret\r\u000b ", "\u0000a secret")) {
            assertThat(PasswordFixture.matches(passwords, stored, same)).isTrue();
        }
        for (String other : List.of("asecret", "a  secret", "secret", "a secre", "\u00a0a secret", "")) {
            assertThat(PasswordFixture.matches(passwords, stored, other)).isFalse();
        }
        assertThat(PasswordFixture.matches(passwords, wordpress(""), "   ")).isTrue();
        assertThat(PasswordFixture.matches(passwords, wordpress(""), " x ")).isFalse();
    }

    @Test
    void a_key_of_werkzeug_is_as_long_as_its_function_makes_it() {
        assertThat(kind("pbkdf2:sha256:1$seasalt$" + "0".repeat(64))).isEqualTo(Kind.AS_IS);
        for (String odd : List.of("sha256:1$seasalt$" + "0".repeat(40), "sha1:1$seasalt$" + "0".repeat(64))) {
            assertThat(kind("pbkdf2:" + odd)).as(odd).isEqualTo(Kind.REFUSED);
        }
    }

    @Test
    void clear_text_of_werkzeug_is_wrapped() {
        assertThat(PasswordFixture.matches(passwords, "plain$$secret", "secret"))
                .isTrue();
        assertThat(PasswordFixture.matches(passwords, "plain$$secret", "secrets"))
                .isFalse();
        ImportOutcome outcome = formats.importable("plain$$secret", ImportHints.none());
        assertThat(outcome.kind()).isEqualTo(Kind.WRAPPED);
        assertThat(outcome.stored()).doesNotContain("secret");
        assertThat(PasswordFixture.matches(passwords, outcome.stored(), "secret"))
                .isTrue();
    }

    @Test
    void the_old_crypt_takes_no_password_with_nul() {
        String stored = "crypt$$ab1Hv2Lg7ltQo";
        String wrapped = formats.importable(stored, ImportHints.of("django")).stored();
        for (String text : List.of(stored, wrapped)) {
            assertThat(PasswordFixture.matches(passwords, text, "l\u00e8tmei")).isTrue();
            assertThat(PasswordFixture.matches(passwords, text, "l\u00e8tmei\u0000"))
                    .isFalse();
        }
    }
}
