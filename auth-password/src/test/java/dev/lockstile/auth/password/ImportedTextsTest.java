package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.password.ImportOutcome.Kind;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an import makes of texts that stand at the edge of a rule. */
class ImportedTextsTest {

    private static final String MD5_CRYPT = "$1$dXc3I7Rw$ctlgjDdWJLMT.qwHsWhXR1";

    private final Passwords passwords = Passwords.of(PasswordFixture.cheap());
    private final PasswordFormats formats = passwords.formats();

    @Test
    void a_marker_is_unusable_and_clear_text_is_unknown() {
        assertThat(formats.formatOf("!x")).isEqualTo("unusable");
        assertThat(formats.formatOf("*LK*")).isEqualTo("unusable");
        assertThat(formats.formatOf("clear")).isEqualTo("unknown");
        assertThat(formats.formatOf(null)).isEqualTo("none");
        assertThat(formats.formatOf("")).isEqualTo("none");
    }

    @Test
    void a_weak_hash_behind_a_prefix_is_wrapped_like_a_bare_one() {
        for (String prefix : List.of("{CRYPT}", "{crypt}", "")) {
            ImportOutcome outcome = formats.importable(prefix + MD5_CRYPT, ImportHints.none());
            assertThat(outcome.kind()).as(prefix).isEqualTo(Kind.WRAPPED);
            assertThat(outcome.format()).isEqualTo("md5_crypt");
            assertThat(outcome.stored()).startsWith("$wrap$md5_crypt$").doesNotContain("ctlgjDdWJLMT");
            assertThat(PasswordFixture.matches(passwords, outcome.stored(), "U*U*U*U*"))
                    .isTrue();
        }
    }

    @Test
    void a_text_of_our_own_keeps_its_name() {
        String own = passwords.hasher().hash(Secret.of("secret"));
        assertThat(formats.importable(own, ImportHints.none()))
                .isEqualTo(new ImportOutcome(own, "argon2id", Kind.AS_IS));
        assertThat(formats.importable("$as$hex_md5$x", ImportHints.none()).format())
                .isEqualTo("hex_md5");
    }

    @Test
    void a_salt_of_firebase_without_a_project_leads_nowhere() {
        ImportHints hints = ImportHints.none().withFirebaseSalt("42xEC+ixf3L2lw==");
        assertThat(formats.importable("clear", hints).kind()).isEqualTo(Kind.UNKNOWN);
        String project = "$fbscrypt$v=1,n=2,r=3,p=1$42xEC+ixf3L2lw==$" + "A".repeat(86) + "==";
        assertThat(formats.importable(project, hints).kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void devise_with_a_pepper_holds_the_password_to_72_bytes_unless_the_system_cut() {
        Passwords devise = Passwords.of(PasswordFixture.cheap().withDevisePepper(Secret.of("pepper")));
        String longest = "a".repeat(72);
        String old = Foreign.bcrypt(longest);
        ImportHints hints = ImportHints.of("devise_bcrypt");
        String strict = devise.formats().importable(old, hints).stored();
        String cutting = devise.formats().importable(old, hints.cutAt72()).stored();
        assertThat(strict).isEqualTo("$as$devise_bcrypt$" + old);
        assertThat(cutting).isEqualTo("$as$devise_bcrypt_cut72$" + old);
        for (String stored : List.of(strict, cutting)) {
            assertThat(PasswordFixture.matches(devise, stored, longest)).isTrue();
            assertThat(PasswordFixture.matches(devise, stored, longest.substring(1)))
                    .isFalse();
            assertThat(PasswordFixture.matches(devise, stored, longest + "\u0000"))
                    .isFalse();
        }
        assertThat(PasswordFixture.matches(devise, strict, longest + "b")).isFalse();
        assertThat(PasswordFixture.matches(devise, cutting, longest + "b")).isTrue();
        String peppered = "$as$devise_bcrypt$" + Foreign.bcrypt("secretpepper");
        assertThat(PasswordFixture.matches(devise, peppered, "secret")).isTrue();
        assertThat(PasswordFixture.matches(devise, peppered, "secretpepper")).isFalse();
    }

    /** The example of Spring's documentation, at its 185000 rounds. */
    @Test
    void spring_hashes_are_known_by_their_ids() {
        String pbkdf2 = "{pbkdf2}5d923b44a6d129f3ddf3e3c8d29412723dcbde72445e8ef6bf3b508fbf17fa4ed4d6b99ca763d8dc";
        assertThat(PasswordFixture.matches(passwords, pbkdf2, "password")).isTrue();
        assertThat(formats.formatOf(pbkdf2)).isEqualTo("spring_pbkdf2");
        assertThat(formats.formatOf("{pbkdf2}" + "a".repeat(96))).isEqualTo("spring_pbkdf2");
        assertThat(formats.formatOf("{pbkdf2}" + "a".repeat(88))).isEqualTo("unknown");
        assertThat(formats.formatOf("{pbkdf2@SpringSecurity_v5_8}" + "a".repeat(96)))
                .isEqualTo("spring_pbkdf2_v58");
        assertThat(formats.importable("a".repeat(96), ImportHints.of("spring_pbkdf2_hex"))
                        .stored())
                .isEqualTo("$as$spring_pbkdf2_hex$" + "a".repeat(96));
        assertThat(PasswordFixture.matches(passwords, "{noop}password", "password"))
                .isTrue();
        assertThat(PasswordFixture.matches(passwords, "{noop}password", "passwort"))
                .isFalse();
    }

    @Test
    void digests_of_spring_have_a_salt_in_braces_or_none() throws Exception {
        for (String name : List.of("MD5", "SHA-1", "SHA-256")) {
            String bare = hex(name, "secret");
            String salted = "{salt}" + hex(name, "secret{salt}");
            for (String stored : List.of("{" + name + "}" + bare, "{" + name + "}" + salted, salted)) {
                assertThat(PasswordFixture.matches(passwords, stored, "secret"))
                        .as(stored)
                        .isTrue();
                assertThat(PasswordFixture.matches(passwords, stored, "secrets"))
                        .as(stored)
                        .isFalse();
                ImportOutcome outcome = formats.importable(stored, ImportHints.none());
                assertThat(outcome.kind()).as(stored).isEqualTo(Kind.WRAPPED);
                assertThat(PasswordFixture.matches(passwords, outcome.stored(), "secret"))
                        .isTrue();
            }
        }
    }

    private static String hex(String algorithm, String text) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Foreign.utf8(text)));
    }

    /**
     * The first version of bcrypt did not count the NUL behind the text: only where none fits it is like the others.
     */
    @Test
    void the_first_version_of_bcrypt_takes_no_empty_password() {
        String old = Foreign.bcrypt("a".repeat(72)).replace("$2b$", "$2$");
        assertThat(PasswordFixture.matches(passwords, old, "a".repeat(72))).isTrue();
        assertThat(PasswordFixture.matches(passwords, old, "")).isFalse();
        assertThat(PasswordFixture.matches(passwords, Foreign.bcrypt("").replace("$2b$", "$2$"), ""))
                .isFalse();
        assertThat(PasswordFixture.matches(passwords, Foreign.bcrypt("abc").replace("$2b$", "$2$"), "abc"))
                .isFalse();
    }

    @Test
    void a_salted_scheme_of_ldap_has_a_salt_and_a_plain_one_has_none() {
        Base64.Encoder encoder = Base64.getEncoder();
        assertThat(formats.formatOf("{SSHA}" + encoder.encodeToString(new byte[21])))
                .isEqualTo("ldap_ssha");
        assertThat(formats.formatOf("{SHA}" + encoder.encodeToString(new byte[20])))
                .isEqualTo("ldap_sha");
        for (String odd : List.of(
                "{SSHA}" + encoder.encodeToString(new byte[20]),
                "{SSHA}" + encoder.encodeToString(new byte[19]),
                "{SHA}" + encoder.encodeToString(new byte[19]),
                "{SHA}" + encoder.encodeToString(new byte[21]))) {
            assertThat(formats.formatOf(odd)).as(odd).isEqualTo("unknown");
        }
    }

    @Test
    void a_prefix_stands_once() {
        for (String twice :
                List.of("{CRYPT}{CRYPT}" + MD5_CRYPT, "{ldap}{CRYPT}" + MD5_CRYPT, "x{CRYPT}" + MD5_CRYPT)) {
            assertThat(PasswordFixture.matches(passwords, twice, "U*U*U*U*"))
                    .as(twice)
                    .isFalse();
            assertThat(formats.importable(twice, ImportHints.none()).toStore())
                    .as(twice)
                    .isEmpty();
        }
    }

    @Test
    void a_text_of_500_characters_fits_and_a_longer_one_is_refused() {
        String key = "$" + Base64.getEncoder().withoutPadding().encodeToString(new byte[256]);
        String fitting = "$pbkdf2$5$" + "A".repeat(147) + key;
        assertThat(fitting).hasSize(500);
        assertThat(formats.importable(fitting, ImportHints.none()).stored()).isEqualTo(fitting);
        String longer = "$pbkdf2$5$" + "A".repeat(148) + key;
        ImportOutcome refused = formats.importable(longer, ImportHints.none());
        assertThat(refused).isEqualTo(new ImportOutcome(null, "passlib_pbkdf2", Kind.REFUSED));
    }
}
