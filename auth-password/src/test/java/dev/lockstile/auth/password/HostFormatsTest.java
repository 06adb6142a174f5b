package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What becomes of a text that a format of the host answers for, and of one that breaks while it is computed. */
class HostFormatsTest {

    private static final Secret PASSWORD = Secret.of("secret");

    private final List<String> asked = new ArrayList<>();

    /** Knows texts that begin with "plain:", and answers as it is told. */
    private final class Plain implements PasswordFormat {

        private final String id;
        private final BooleanSupplier answer;

        Plain(String id, BooleanSupplier answer) {
            this.id = id;
            this.answer = answer;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public boolean recognises(String stored) {
            return stored.startsWith("plain:");
        }

        @Override
        public boolean matches(String stored, byte[] passwordUtf8) {
            asked.add(id);
            return answer.getAsBoolean();
        }
    }

    private static PasswordHasher hasher(PasswordFormat... formats) {
        PasswordSettings settings = PasswordFixture.cheap();
        for (PasswordFormat format : formats) {
            settings = settings.withFormat(format);
        }
        return Passwords.of(settings).hasher();
    }

    @Test
    void a_password_that_the_hosts_format_refuses_does_not_match() {
        PasswordHasher refusing = hasher(new Plain("host", () -> false));
        assertThat(refusing.check("plain:x", PASSWORD).matches()).isFalse();
        assertThat(refusing.check("$as$host$plain:x", PASSWORD).matches()).isFalse();
        assertThat(asked).containsExactly("host", "host");
    }

    @Test
    void a_text_that_the_hosts_format_does_not_know_is_not_shown_to_it() {
        PasswordHasher willing = hasher(new Plain("host", () -> true));
        assertThat(willing.check("plain:x", PASSWORD)).isEqualTo(new PasswordCheck(true, true));
        assertThat(willing.check("$as$host$other:x", PASSWORD).matches()).isFalse();
        assertThat(willing.check("other:x", PASSWORD).matches()).isFalse();
        assertThat(asked).containsExactly("host");
    }

    @Test
    void a_mark_with_the_name_of_no_format_matches_nothing() {
        PasswordHasher willing = hasher(new Plain("host", () -> true));
        assertThat(willing.check("$as$another$plain:x", PASSWORD).matches()).isFalse();
        assertThat(willing.check("$as$HOST$plain:x", PASSWORD).matches()).isFalse();
        assertThat(asked).isEmpty();
    }

    @Test
    void a_text_of_many_formats_is_tried_with_three_of_them() {
        List<PasswordFormat> formats = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            formats.add(new Plain("host_" + i, () -> false));
        }
        PasswordHasher hasher = hasher(formats.toArray(PasswordFormat[]::new));
        assertThat(hasher.check("plain:x", PASSWORD).matches()).isFalse();
        assertThat(asked).containsExactly("host_0", "host_1", "host_2");
    }

    @Test
    void a_format_without_room_for_its_work_says_so() {
        PasswordHasher busy = hasher(new Plain("host", () -> {
            throw new HashingBusyException("no room");
        }));
        assertThatThrownBy(() -> busy.check("plain:x", PASSWORD)).isInstanceOf(HashingBusyException.class);
    }

    @Test
    void a_format_that_breaks_at_the_sight_of_a_text_does_not_know_it() {
        PasswordFormat broken = new PasswordFormat() {
            @Override
            public String id() {
                return "broken";
            }

            @Override
            public boolean recognises(String stored) {
                throw new IllegalStateException("nothing to look at");
            }

            @Override
            public boolean matches(String stored, byte[] passwordUtf8) {
                return true;
            }
        };
        Passwords passwords = Passwords.of(PasswordFixture.cheap().withFormat(broken));
        assertThat(passwords.formats().formatOf("plain:x")).isEqualTo("unknown");
        assertThat(passwords.hasher().check("plain:x", PASSWORD).matches()).isFalse();
        assertThat(passwords.hasher().check("$as$broken$plain:x", PASSWORD).matches())
                .isFalse();
        assertThat(passwords
                        .hasher()
                        .check(Foreign.djangoPbkdf2("secret"), PASSWORD)
                        .matches())
                .isTrue();
    }

    /** One accent composed and one apart: neither normal form is what was hashed. */
    @Test
    void a_hash_of_the_bytes_as_they_were_typed_is_found_whatever_their_form() {
        String mixed = "\u00e9e\u0301";
        PasswordHasher cheap = hasher();
        assertThat(cheap.check(Foreign.djangoPbkdf2(mixed), Secret.of(mixed)).matches())
                .isTrue();
        assertThat(cheap.check(Foreign.argon2id(mixed), Secret.of(mixed))).isEqualTo(new PasswordCheck(true, false));
        assertThat(cheap.check(Foreign.argon2id("\u00e9\u00e9"), Secret.of(mixed)))
                .isEqualTo(new PasswordCheck(true, false));
    }

    @Test
    void a_wrapped_hash_that_breaks_while_it_is_computed_matches_nothing() {
        PasswordHasher cheap = hasher();
        String sealed = cheap.hash(PASSWORD);
        for (String inside : List.of("phpass$NQ", "phpass$", "md5_crypt$w6k", "django_crypt$w6k", "des_crypt$")) {
            assertThat(cheap.check("$wrap$" + inside + sealed, PASSWORD).matches())
                    .as(inside)
                    .isFalse();
        }
        assertThat(cheap.check("$wrap$ldap_cleartext$" + sealed, PASSWORD).matches())
                .as("the password itself, sealed")
                .isTrue();
    }

    @Test
    void a_wrapped_hash_of_a_format_that_is_not_weak_matches_nothing() {
        PasswordHasher cheap = hasher();
        String sealed = cheap.hash(PASSWORD);
        for (String id : List.of("bcrypt", "argon2_phc", "keycloak", "nobody", "argon2id")) {
            assertThat(cheap.check("$wrap$" + id + "$" + sealed, PASSWORD).matches())
                    .as(id)
                    .isFalse();
        }
        assertThat(cheap.check("$wrap$ldap_cleartext$" + sealed.replace("v=19", "v=18"), PASSWORD)
                        .matches())
                .isFalse();
    }

    /** Keycloak's form is JSON, so that blanks make it as long as one likes. */
    @Test
    void a_text_of_2048_characters_is_read_and_a_longer_one_is_not() {
        String start = "{\"algorithm\":\"argon2\",\"hashIterations\":1,\"memory\":8,\"type\":\"i\",\"version\":\"1.3\","
                + "\"parallelism\":1,\"value\":\"YC9+jJCrQhs5R6db7LlN8Q==\",\"salt\":\"c2FsdHNhbHQ=\"";
        String longest = start + " ".repeat(2_047 - start.length()) + "}";
        String longer = start + " ".repeat(2_048 - start.length()) + "}";
        Passwords passwords = Passwords.of(PasswordFixture.cheap());
        PasswordFormats formats = passwords.formats();
        assertThat(longest).hasSize(2_048);
        assertThat(passwords.hasher().check(longest, PASSWORD).matches()).isTrue();
        assertThat(passwords.hasher().check(longer, PASSWORD).matches()).isFalse();
        assertThat(formats.formatOf(longest)).isEqualTo("keycloak");
        assertThat(formats.formatOf(longer)).isEqualTo("unknown");
        assertThat(formats.importable(longest, ImportHints.none()).kind()).isEqualTo(ImportOutcome.Kind.CONVERTED);
        assertThat(formats.importable(longer, ImportHints.none()).kind()).isEqualTo(ImportOutcome.Kind.UNKNOWN);
    }
}
