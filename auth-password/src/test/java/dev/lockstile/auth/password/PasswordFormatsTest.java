package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.password.ImportOutcome.Kind;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PasswordFormatsTest {

    private static final String MD5 = "5f4dcc3b5aa765d61d8327deb882cf99";
    private static final String DJANGO_SHA1 = "sha1$seasalt$cff36ea83f5706ce9aa7454e63e431fc726b2dc8";
    private static final String PBKDF2 = Foreign.djangoPbkdf2("secret");

    private final Passwords passwords = Passwords.of(PasswordFixture.cheap());
    private final PasswordFormats formats = passwords.formats();

    private ImportOutcome importable(String stored, String... hints) {
        return formats.importable(stored, ImportHints.of(hints));
    }

    private PasswordCheck check(String stored, String password) {
        return passwords.hasher().check(stored, Secret.of(password));
    }

    @Test
    void a_weak_hash_is_wrapped_and_unwraps_at_the_first_sign_in() {
        ImportOutcome outcome = importable(DJANGO_SHA1, "django");
        assertThat(outcome.kind()).isEqualTo(Kind.WRAPPED);
        String stored = outcome.toStore().orElseThrow();
        assertThat(stored)
                .startsWith("$wrap$django_salted_sha1$c2Vhc2FsdA$argon2id$v=19$")
                .hasSizeLessThan(255)
                .doesNotContain("cff36ea83f");
        assertThat(check(stored, "lètmein")).isEqualTo(new PasswordCheck(true, true));
        assertThat(check(stored, "lètmeim").matches()).isFalse();
        assertThat(formats.formatOf(stored)).isEqualTo("argon2id_wrapped");
        assertThat(check(passwords.hasher().hash(Secret.of("lètmein")), "lètmein"))
                .isEqualTo(new PasswordCheck(true, false));
    }

    @Test
    void a_stored_text_is_known_again_as_what_came_of_an_old_one() {
        ImportHints hints = ImportHints.of("django");
        for (String old : List.of(DJANGO_SHA1, PBKDF2, MD5)) {
            String stored = formats.importable(old, hints).toStore().orElseThrow();
            assertThat(formats.isImportOf(stored, old, hints)).as(old).isTrue();
            assertThat(formats.isImportOf(stored, "md5$x$" + MD5, hints)).isFalse();
            assertThat(formats.isImportOf(stored, null, hints)).isFalse();
            assertThat(formats.isImportOf("", old, hints)).isFalse();
        }
        assertThat(formats.isImportOf("$wrap$md5$", "no hash at all", hints)).isFalse();
    }

    @Test
    void what_is_foreseen_is_what_comes_of_it_but_for_the_work() {
        for (String old : Arrays.asList(DJANGO_SHA1, PBKDF2, MD5, null, "", "!x", "no hash at all", "md5$x$" + MD5)) {
            for (ImportHints hints : List.of(ImportHints.of("django"), ImportHints.of("raw_md5"), ImportHints.none())) {
                ImportOutcome real = formats.importable(old, hints);
                ImportOutcome foreseen = formats.foreseen(old, hints);
                assertThat(foreseen.kind()).as(String.valueOf(old)).isEqualTo(real.kind());
                assertThat(foreseen.format()).isEqualTo(real.format());
                assertThat(formats.wraps(old, hints)).isEqualTo(real.kind() == Kind.WRAPPED);
                assertThat(foreseen.toStore().map(String::length))
                        .isEqualTo(real.toStore().map(String::length));
                real.toStore()
                        .ifPresent(stored -> assertThat(formats.mayBeImportOf(stored, old, hints))
                                .isTrue());
            }
        }
        ImportHints hints = ImportHints.of("django");
        String stored = formats.importable(DJANGO_SHA1, hints).toStore().orElseThrow();
        assertThat(formats.mayBeImportOf(stored, DJANGO_SHA1.replace("seasalt", "another"), hints))
                .isFalse();
        assertThat(formats.mayBeImportOf(stored, null, hints)).isFalse();
        assertThat(formats.mayBeImportOf(stored + "=", DJANGO_SHA1, hints)).isFalse();
        String foreseen = formats.foreseen(DJANGO_SHA1, hints).toStore().orElseThrow();
        assertThat(check(foreseen, "lètmein").matches()).as("it opens nothing").isFalse();
    }

    @Test
    void no_character_of_a_wrapped_hash_changes_unseen() {
        ImportHints hints = ImportHints.of("django");
        String stored = formats.importable(DJANGO_SHA1, hints).toStore().orElseThrow();
        for (int i = 0; i < stored.length(); i++) {
            char other = stored.charAt(i) == 'A' ? 'B' : 'A';
            String changed = stored.substring(0, i) + other + stored.substring(i + 1);
            assertThat(formats.isImportOf(changed, DJANGO_SHA1, hints))
                    .as(changed)
                    .isFalse();
        }
    }

    @Test
    void a_wrapped_hash_at_full_cost_fits_a_column_of_255() {
        PasswordFormats full = Passwords.of(PasswordSettings.owasp()).formats();
        String stored = full.importable("md5$" + "s".repeat(64) + "$" + MD5, ImportHints.of("django"))
                .toStore()
                .orElseThrow();
        assertThat(stored).hasSizeLessThanOrEqualTo(255);
    }

    @Test
    void a_strong_hash_is_stored_as_it_is_and_upgraded_at_sign_in() {
        assertThat(importable(PBKDF2, "django"))
                .isEqualTo(new ImportOutcome(PBKDF2, "django_pbkdf2_sha256", Kind.AS_IS));
        assertThat(check(PBKDF2, "secret")).isEqualTo(new PasswordCheck(true, true));
    }

    @Test
    void a_shape_of_two_systems_is_taken_over_only_with_a_hint() {
        assertThat(importable(DJANGO_SHA1).kind()).isEqualTo(Kind.AMBIGUOUS);
        assertThat(importable(DJANGO_SHA1).toStore()).isEmpty();
        assertThat(importable(DJANGO_SHA1, "werkzeug").format()).isEqualTo("werkzeug_hmac_sha1");
        assertThat(importable(MD5).kind()).isEqualTo(Kind.AMBIGUOUS);
        assertThat(importable(MD5, "django").format()).isEqualTo("django_unsalted_md5");
        assertThat(importable(MD5, "nt_hash").format()).isEqualTo("nt_hash");
    }

    @Test
    void a_clear_password_is_never_copied() {
        for (String clear :
                new String[] {"secret", "correct horse", "abcdefghijklm", "0123456789abcdef0123", "{x}", "$$", "a$b$c"
                }) {
            assertThat(importable(clear, "django", "passlib").kind()).as(clear).isEqualTo(Kind.UNKNOWN);
            assertThat(importable(clear, "django").toStore()).isEmpty();
        }
    }

    @Test
    void bare_digits_count_only_where_an_import_names_them() {
        String sha1 = "6d138ca3ae545631b3abd71a4f076ce759c5700b";
        assertThat(check(sha1, "lètmein").matches()).isFalse();
        assertThat(importable(sha1, "django").kind()).isEqualTo(Kind.UNKNOWN);
        String stored = importable(sha1, "hex_sha1").toStore().orElseThrow();
        assertThat(check(stored, "lètmein").matches()).isTrue();
    }

    @Test
    void null_empty_and_markers_are_no_password() {
        assertThat(importable(null).kind()).isEqualTo(Kind.NO_PASSWORD);
        assertThat(importable("").kind()).isEqualTo(Kind.NO_PASSWORD);
        assertThat(importable("!disabled").kind()).isEqualTo(Kind.UNUSABLE);
        assertThat(importable("*").kind()).isEqualTo(Kind.UNUSABLE);
        assertThat(importable("x".repeat(3_000)).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void a_system_that_cut_at_72_bytes_lets_a_longer_password_in_and_learns_nothing_from_it() {
        String longOne = "é".repeat(35) + "x€ and what was cut off";
        String old = Foreign.bcrypt(longOne);
        assertThat(check(old, longOne).matches()).isFalse();
        ImportOutcome outcome =
                formats.importable(old, ImportHints.of("passlib").cutAt72());
        assertThat(outcome).isEqualTo(new ImportOutcome("$as$bcrypt_cut72$" + old, "bcrypt_cut72", Kind.NAMED));
        assertThat(check(outcome.stored(), longOne)).isEqualTo(new PasswordCheck(true, false));
        assertThat(check(outcome.stored(), longOne + "!").matches()).isTrue();
        assertThat(check(outcome.stored(), "y" + longOne).matches()).isFalse();
        assertThat(check(outcome.stored(), "é".repeat(35)).matches()).isFalse();
        assertThat(check(outcome.stored(), longOne + "\u0000").matches()).isFalse();
        String upgraded = passwords.hasher().hash(Secret.of(longOne));
        assertThat(check(upgraded, longOne + "!").matches()).isFalse();
    }

    @Test
    void cutting_reaches_through_the_prefixes_of_other_systems_and_nothing_else() {
        String old = Foreign.bcrypt("a".repeat(80));
        for (String stored : new String[] {"bcrypt$" + old, "{bcrypt}" + old, "{CRYPT}" + old}) {
            ImportOutcome outcome =
                    formats.importable(stored, ImportHints.of("django").cutAt72());
            assertThat(check(outcome.stored(), "a".repeat(80)).matches())
                    .as(stored)
                    .isTrue();
        }
        assertThat(formats.importable(PBKDF2, ImportHints.of("django").cutAt72())
                        .kind())
                .isEqualTo(Kind.AS_IS);
    }

    @Test
    void keycloak_json_is_stored_as_the_short_text_it_means() {
        String json = "{\"credentialData\":\"{\\\"hashIterations\\\":1,\\\"algorithm\\\":\\\"argon2\\\","
                + "\\\"additionalParameters\\\":{\\\"hashLength\\\":[\\\"16\\\"],\\\"memory\\\":[\\\"8\\\"],"
                + "\\\"type\\\":[\\\"i\\\"],\\\"version\\\":[\\\"1.3\\\"],\\\"parallelism\\\":[\\\"1\\\"]}}\","
                + "\"secretData\":{\"value\":\"YC9+jJCrQhs5R6db7LlN8Q==\",\"salt\":\"c2FsdHNhbHQ=\"}}";
        ImportOutcome outcome = importable(json, "keycloak");
        assertThat(outcome.stored()).isEqualTo("$argon2i$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$YC9+jJCrQhs5R6db7LlN8Q");
        assertThat(outcome.kind()).isEqualTo(Kind.CONVERTED);
        assertThat(check(json, "secret").matches()).isTrue();
        assertThat(check(outcome.stored(), "secret").matches()).isTrue();
    }

    /** As the table of credentials has it: the secret's part has additional parameters, too, and none of them. */
    @Test
    void the_two_columns_of_keycloaks_table_are_one_hash() {
        String json = "{\"credentialData\":{\"hashIterations\":1,\"algorithm\":\"argon2\","
                + "\"additionalParameters\":{\"hashLength\":[\"16\"],\"memory\":[\"8\"],\"type\":[\"i\"],"
                + "\"version\":[\"1.3\"],\"parallelism\":[\"1\"]}},\"secretData\":{\"value\":"
                + "\"YC9+jJCrQhs5R6db7LlN8Q==\",\"salt\":\"c2FsdHNhbHQ=\",\"additionalParameters\":{}}}";
        assertThat(importable(json, "keycloak").stored())
                .isEqualTo("$argon2i$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$YC9+jJCrQhs5R6db7LlN8Q");
        assertThat(check(json, "secret").matches()).isTrue();
    }

    @Test
    void importing_twice_changes_nothing() {
        for (String old : new String[] {DJANGO_SHA1, PBKDF2, "$1$dXc3I7Rw$ctlgjDdWJLMT.qwHsWhXR1"}) {
            String once = importable(old, "django").toStore().orElseThrow();
            assertThat(importable(once, "django").stored()).isEqualTo(once);
        }
        String own = passwords.hasher().hash(Secret.of("secret"));
        assertThat(importable(own, "django").stored()).isEqualTo(own);
    }

    @Test
    void a_report_counts_what_a_column_holds() {
        String own = passwords.hasher().hash(Secret.of("secret"));
        String wrapped = importable(DJANGO_SHA1, "django").stored();
        Map<String, Integer> report = formats.report(Arrays.asList(
                null, "", "!x", "clear", own, own, wrapped, PBKDF2, Foreign.bcrypt("x"), "$as$hex_md5$x"));
        assertThat(report)
                .containsOnly(
                        Map.entry("none", 2),
                        Map.entry("unusable", 1),
                        Map.entry("unknown", 1),
                        Map.entry("argon2id", 2),
                        Map.entry("argon2id_wrapped", 1),
                        Map.entry("django_pbkdf2_sha256", 1),
                        Map.entry("bcrypt", 1),
                        Map.entry("hex_md5", 1));
    }

    @Test
    void php_signs_of_the_sign_extension_fault_match_plain_ascii_only() {
        String ascii = Foreign.bcrypt("abc").replace("$2b$", "$2x$");
        assertThat(check(ascii, "abc").matches()).isTrue();
        assertThat(check(Foreign.bcrypt("é").replace("$2b$", "$2x$"), "é").matches())
                .isFalse();
    }

    @Test
    void a_format_of_the_host_is_asked_first_and_may_fail_without_harm() {
        Passwords own = Passwords.of(PasswordFixture.cheap().withFormat(new Reversed()));
        assertThat(own.formats().ids()).startsWith("reversed");
        assertThat(own.hasher().check("reversed:terces", Secret.of("secret"))).isEqualTo(new PasswordCheck(true, true));
        assertThat(own.hasher().check("reversed:", Secret.of("secret")).matches())
                .isFalse();
        assertThat(own.formats().formatOf("reversed:x")).isEqualTo("reversed");
        assertThat(own.formats()
                        .importable("reversed:terces", ImportHints.none())
                        .kind())
                .isEqualTo(Kind.AS_IS);
        assertThatThrownBy(() -> Passwords.of(
                        PasswordFixture.cheap().withFormat(new Reversed()).withFormat(new Reversed())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_format_has_one_name() {
        assertThat(formats.ids()).doesNotHaveDuplicates().hasSizeGreaterThan(60);
    }

    /** A format for this test alone: the password backwards. It breaks on empty ones. */
    private static final class Reversed implements PasswordFormat {
        @Override
        public String id() {
            return "reversed";
        }

        @Override
        public boolean recognises(String stored) {
            return stored.startsWith("reversed:");
        }

        @Override
        public boolean matches(String stored, byte[] passwordUtf8) {
            if (stored.length() == 9) {
                throw new IllegalStateException("nothing to reverse");
            }
            String password = new String(passwordUtf8, StandardCharsets.UTF_8);
            return new StringBuilder(password).reverse().toString().equals(stored.substring(9));
        }
    }
}
