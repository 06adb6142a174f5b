package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.password.service.Passwords;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hashes of single applications, computed with Python's hashlib by the rules of their sources. */
class ApplicationFormatsTest {

    private static final Passwords PASSWORDS = Passwords.of(PasswordFixture.cheap());
    private static final String RIGHT = "river-lamp-5521";

    static Stream<Arguments> hashes() {
        return Stream.of(
                Arguments.of(
                        "phc_pbkdf2",
                        "$pbkdf2-sha256$i=1000,l=32$c2l4dGVlbiBieXRlcyBvaw$Y+9cA8h4yxIAfFinvzXgP+0laVAHDiOdhG4UqMd3vLY"),
                Arguments.of(
                        "phc_pbkdf2",
                        "$pbkdf2-sha512$i=1000,l=64$c2l4dGVlbiBieXRlcyBvaw==$6ROeETlRNjjj6E6niFkEAYamNJG/29DVbhq8r5f9pLMhrRLprov/Bxnha+3BJor4Isj+veMX1OuvZI4Pt6VvGA=="),
                Arguments.of(
                        "phc_pbkdf2",
                        "$pbkdf2-sha256$i=1000,l=32$7369787465656e206279746573206f6b$4aeb21e9420a7b0d55d63ad776fac5dbd3dd37759f33d47acb520e3f47a03e99"),
                Arguments.of(
                        "kratos_scrypt",
                        "$scrypt$ln=1024,r=8,p=1$c2l4dGVlbiBieXRlcyBvaw==$ATWQPaswZuB4UbNzqk/l9QgaxIijKcVm1FTr0cOfbic="),
                Arguments.of(
                        "kratos_md5",
                        "$md5$pf=e1NBTFR9e1BBU1NXT1JEfQ==$c2l4dGVlbiBieXRlcyBvaw==$MaOcnbsRLSv0Axhgx9Mgsg=="),
                Arguments.of(
                        "kratos_md5",
                        "$md5$pf=e1BBU1NXT1JEfXtTQUxUfQ==$c2l4dGVlbiBieXRlcyBvaw==$xYd3Ybm8W+y9b2xeDmlAiw=="),
                Arguments.of(
                        "kratos_sha1",
                        "$sha1$pf=e1NBTFR9e1BBU1NXT1JEfQ==$c2l4dGVlbiBieXRlcyBvaw==$z3MukZUtOe1z4kHBvxIiJZGvgCQ="),
                Arguments.of(
                        "kratos_sha1",
                        "$sha1$pf=e1BBU1NXT1JEfXtTQUxUfQ==$c2l4dGVlbiBieXRlcyBvaw==$+iO6dqgwIf7Hs6FT0MlUJqpsr6Q="),
                Arguments.of(
                        "kratos_sha256",
                        "$sha256$pf=e1NBTFR9e1BBU1NXT1JEfQ==$c2l4dGVlbiBieXRlcyBvaw==$B3zjKjQmWAF9uWb/7NZi88/MY/o/1LgwdclsB7scWcs="),
                Arguments.of(
                        "kratos_sha256",
                        "$sha256$pf=e1BBU1NXT1JEfXtTQUxUfQ==$c2l4dGVlbiBieXRlcyBvaw==$L+bvsWHZ50FU6TJbhsiBKVeum3ZbuFgiUgUANBtU1rQ="),
                Arguments.of(
                        "kratos_sha512",
                        "$sha512$pf=e1NBTFR9e1BBU1NXT1JEfQ==$c2l4dGVlbiBieXRlcyBvaw==$SnZu2o8IeYIDCXWaLgrxswjc2KlcGN6NHBgb9OwivPQ9G7z9KIo0Wpi9FHNrUgM+SQ/+uMmnqb9PMdYY4wIzUQ=="),
                Arguments.of(
                        "kratos_sha512",
                        "$sha512$pf=e1BBU1NXT1JEfXtTQUxUfQ==$c2l4dGVlbiBieXRlcyBvaw==$SJ1G8Z9+vXkQ/Yie7ROC5hCn9JlzQMf9+hqYPGItdSFAjA70qUvjuLtbIfrzkmoME7tKZbawRSAk07HsfwV5Nw=="),
                Arguments.of("kratos_md5", "$md5$P1FKagFqqqbRiJBNXgSGVQ=="),
                Arguments.of(
                        "shiro1",
                        "$shiro1$SHA-256$5000$c2l4dGVlbiBieXRlcyBvaw==$kc1iLjkH4Jh9AwV30MqF59apNz3tCGc8R3PZFLLERtA="),
                Arguments.of(
                        "shiro1",
                        "$shiro1$SHA-512$1$$TY4srGJxzZ8R4pquy6H2isjtifRzReYiWwiOlLeTYnRg9nj1fsKtGgWPM5lz7o5D3/MR88lIz8fZvrv4eYvaNQ=="),
                Arguments.of(
                        "mediawiki_pbkdf2",
                        ":pbkdf2:sha512:1000:64:c2l4dGVlbiBieXRlcyBvaw==:6ROeETlRNjjj6E6niFkEAYamNJG/29DVbhq8r5f9pLMhrRLprov/Bxnha+3BJor4Isj+veMX1OuvZI4Pt6VvGA=="),
                Arguments.of("mediawiki_b", ":B:1f2e3d4c:6beee0073aabdd4b1d49132ee058636b"),
                Arguments.of("mediawiki_a", ":A:3f514a6a016aaaa6d188904d5e048655"),
                Arguments.of(
                        "better_auth_scrypt",
                        "7369787465656e206279746573206f6b:37231fc16441cf2f23ed510ea7cbccd1ce162a440f37ada5f1185650bbab26f70392c917350b84ec0efee9c93a49949fe42ba0ff2eeefd979069ef5a92cdfbe9"),
                Arguments.of("joomla_md5", "47db7b63b89057ac2863189259d18a98:AbCdEfGhIjKlMnOpQrStUvWxYz012345"),
                Arguments.of("magento_md5", "6405cf9b17381c00b8618e3909a62f07:AbCdEfGhIjKlMnOpQrStUvWxYz012345:0"),
                Arguments.of("magento_md5", "d0d3700591e18db8c6475948fdf07ec8:xY"),
                Arguments.of(
                        "magento_sha256",
                        "5eeb50b98934844b8a7aaeb88e51cac091920c6446d72cf4686e40119897ac6d:AbCdEfGhIjKlMnOpQrStUvWxYz012345:1"),
                Arguments.of("vbulletin_md5", "d4a2862819fdb1ef93a6b104d4dfe463:a;~"));
    }

    @ParameterizedTest
    @MethodSource("hashes")
    void a_hash_is_taken_over_and_opens_for_its_password_alone(String format, String stored) {
        ImportOutcome outcome = PASSWORDS.formats().importable(stored, ImportHints.of(format));
        assertThat(outcome.format()).isEqualTo(format);
        String here = outcome.toStore().orElseThrow();
        assertThat(PasswordFixture.matches(PASSWORDS, here, RIGHT)).isTrue();
        for (String wrong : List.of("river-lamp-552", "river-lamp-5521 ", "River-lamp-5521", "")) {
            assertThat(PasswordFixture.matches(PASSWORDS, here, wrong))
                    .as(wrong)
                    .isFalse();
        }
    }

    @Test
    void bcrypt_and_argon2_of_shiro_are_read() {
        String bcrypt = "$shiro2" + Foreign.bcrypt(RIGHT);
        assertThat(PASSWORDS.formats().formatOf(bcrypt)).isEqualTo("shiro2_bcrypt");
        assertThat(PasswordFixture.matches(PASSWORDS, bcrypt, RIGHT)).isTrue();
        String argon2 = Foreign.argon2id(RIGHT)
                .replaceAll(
                        "\\$argon2id\\$v=19\\$m=([0-9]+),t=([0-9]+),p=([0-9]+)",
                        "\\$shiro2\\$argon2id\\$v=19\\$t=$2,m=$1,p=$3");
        assertThat(PASSWORDS.formats().formatOf(argon2)).isEqualTo("shiro2_argon2");
        assertThat(PasswordFixture.matches(PASSWORDS, argon2, RIGHT)).isTrue();
        assertThat(PasswordFixture.matches(PASSWORDS, argon2, "river")).isFalse();
    }

    @Test
    void bcrypt_of_vbulletin_is_over_the_md5_of_the_password() {
        String stored = Foreign.bcrypt("3f514a6a016aaaa6d188904d5e048655");
        ImportOutcome outcome = PASSWORDS.formats().importable(stored, ImportHints.of("vbulletin_bcrypt"));
        assertThat(outcome.stored()).isEqualTo("$as$vbulletin_bcrypt$" + stored);
        assertThat(PasswordFixture.matches(PASSWORDS, outcome.stored(), RIGHT)).isTrue();
        assertThat(PasswordFixture.matches(PASSWORDS, stored, RIGHT)).isFalse();
    }

    @Test
    void a_template_of_kratos_that_is_not_known_and_a_digest_of_another_length_are_not_taken_over() {
        String other = "$md5$pf=e1NBTFR9LXtQQVNTV09SRH0=$c2l4dGVlbiBieXRlcyBvaw==$MaOcnbsRLSv0Axhgx9Mgsg==";
        assertThat(PASSWORDS.formats().importable(other, ImportHints.none()).kind())
                .isEqualTo(ImportOutcome.Kind.UNKNOWN);
        String cut = "$pbkdf2-sha256$i=1000,l=31$c2l4dGVlbiBieXRlcyBvaw$Y+9cA8h4yxIAfFinvzXgP+0laVAHDiOdhG4UqMd3vLY";
        assertThat(PASSWORDS.formats().importable(cut, ImportHints.none()).kind())
                .isEqualTo(ImportOutcome.Kind.REFUSED);
    }

    @Test
    void better_auth_reads_compatible_letters_as_one() {
        String stored = hashes().filter(one -> "better_auth_scrypt".equals(one.get()[0]))
                .map(one -> (String) one.get()[1])
                .findFirst()
                .orElseThrow();
        PasswordCheck wide =
                PASSWORDS.hasher().check(stored, dev.lockstile.auth.secret.Secret.of("\uff52iver-lamp-5521"));
        assertThat(wide).isEqualTo(new PasswordCheck(true, false));
    }
}
