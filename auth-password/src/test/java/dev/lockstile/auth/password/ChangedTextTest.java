package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Formats that change a typed text before they hash it: no sign-in changes which password is right. */
class ChangedTextTest {

    private static final Passwords PASSWORDS = Passwords.of(PasswordFixture.cheap());
    private static final ImportHints WORDPRESS =
            ImportHints.of("wordpress_phpass", "wordpress_md5", "wordpress_plain_bcrypt", "wordpress");

    /**
     * A stored hash, the text that its owner chose, texts that the old system took for it, and texts that it refused.
     */
    record Changed(String name, String stored, String chosen, List<String> same, List<String> wrong) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Changed> changed() throws GeneralSecurityException {
        List<String> blanks = List.of(" river-lamp", "river-lamp ", "  river-lamp  ", "\triver-lamp\n");
        List<String> wrong = List.of("river-lamp-", "river -lamp", "River-lamp", "");
        String eighty = "0123456789".repeat(8);
        String cut = eighty.substring(0, 72);
        return Stream.of(
                new Changed("wordpress", wordpress("river-lamp"), "river-lamp", blanks, wrong),
                new Changed(
                        "wordpress with quotes",
                        wordpress("it\\'s \\\"a\\\" \\\\ river"),
                        "it's \"a\" \\ river",
                        List.of(" it's \"a\" \\ river"),
                        List.of("it\\'s \\\"a\\\" \\\\ river")),
                new Changed(
                        "wordpress phpass",
                        imported("$P$6saltsaltMyl4PVDpIM5.rsRo2gRoy0"),
                        "trimmed-river-22",
                        List.of(" trimmed-river-22 "),
                        List.of("trimmed-river-2")),
                new Changed(
                        "wordpress phpass with quotes",
                        imported("$P$6saltsaltWM9KiYmvZh3ATPXcV0TAi1"),
                        "it's-a-river-22",
                        List.of(" it's-a-river-22"),
                        List.of("it\\'s-a-river-22")),
                new Changed(
                        "wordpress md5",
                        imported("d4116d927afe937a0b0123b9d6792b71"),
                        "a \"river\"",
                        List.of("a \"river\" "),
                        wrong),
                new Changed(
                        "wordpress bcrypt",
                        imported(Foreign.bcrypt("it\\'s")),
                        "it's",
                        List.of("it's "),
                        List.of("it\\'s")),
                new Changed(
                        "bcrypt cut at 72", cutting(cut), cut, List.of(cut + "x", eighty), List.of(cut.substring(1))),
                new Changed(
                        "devise cut at 72",
                        PASSWORDS
                                .formats()
                                .importable(
                                        Foreign.bcrypt(cut),
                                        ImportHints.of("devise_bcrypt").cutAt72())
                                .toStore()
                                .orElseThrow(),
                        cut,
                        List.of(eighty),
                        List.of(cut.substring(1))),
                new Changed(
                        "crypt of eight characters",
                        PASSWORDS
                                .formats()
                                .importable("abXYC6jmacrUA", ImportHints.of("des_crypt"))
                                .toStore()
                                .orElseThrow(),
                        "riverlam",
                        List.of("riverlamp", "riverlam-and-more"),
                        List.of("riverla", "Riverlam")));
    }

    @ParameterizedTest
    @MethodSource("changed")
    void another_way_to_type_it_leaves_the_chosen_text_right(Changed one) {
        for (String typed : one.same()) {
            Account account = new Account(one.stored());
            assertThat(account.signsIn(typed)).as(typed).isTrue();
            assertThat(account.signsIn(one.chosen()))
                    .as("the chosen text after " + typed)
                    .isTrue();
            assertThat(account.stored).startsWith("$argon2id$");
        }
    }

    @ParameterizedTest
    @MethodSource("changed")
    void a_text_that_the_old_system_took_for_it_is_never_made_the_password(Changed one) {
        for (String typed : one.same()) {
            Account account = new Account(one.stored());
            account.signsIn(typed);
            assertThat(account.stored).isEqualTo(one.stored());
        }
    }

    @ParameterizedTest
    @MethodSource("changed")
    void what_the_old_system_refused_is_refused(Changed one) {
        for (String typed : one.wrong()) {
            assertThat(new Account(one.stored()).signsIn(typed)).as(typed).isFalse();
        }
    }

    @Test
    void phpass_of_other_systems_hashes_what_was_typed() {
        String stored = PASSWORDS
                .formats()
                .importable("$P$6saltsaltMyl4PVDpIM5.rsRo2gRoy0", ImportHints.of("phpass"))
                .toStore()
                .orElseThrow();
        assertThat(PasswordFixture.matches(PASSWORDS, stored, "trimmed-river-22"))
                .isTrue();
        assertThat(PasswordFixture.matches(PASSWORDS, stored, " trimmed-river-22"))
                .isFalse();
    }

    @Test
    void a_format_of_the_host_says_which_part_counts() {
        Passwords own = Passwords.of(PasswordFixture.cheap().withFormat(new UpperCase()));
        assertThat(own.hasher().check("upper:RIVER", Secret.of("River"))).isEqualTo(new PasswordCheck(true, false));
        assertThat(own.hasher().check("upper:RIVER", Secret.of("RIVER"))).isEqualTo(new PasswordCheck(true, true));
    }

    @Test
    void blanks_and_line_breaks_that_a_column_or_a_file_added_are_no_part_of_a_hash() {
        String bcrypt = Foreign.bcrypt("river-lamp");
        for (String stored : List.of(
                bcrypt + " ".repeat(20),
                "\ufeff" + bcrypt + "\r\n",
                bcrypt + "\u0000\u0000",
                "\t" + bcrypt + "\u00a0",
                bcrypt.substring(0, 40) + "\n " + bcrypt.substring(40),
                bcrypt.substring(0, 40) + "\r\n" + bcrypt.substring(40))) {
            assertThat(PASSWORDS.formats().formatOf(stored)).isEqualTo("bcrypt");
            assertThat(imported(stored)).isEqualTo("$as$wordpress_plain_bcrypt$" + bcrypt);
            assertThat(PasswordFixture.matches(PASSWORDS, stored, "river-lamp")).isTrue();
            assertThat(PasswordFixture.matches(PASSWORDS, stored, "river-lamp "))
                    .isFalse();
        }
        String own = PASSWORDS.hasher().hash(Secret.of("river-lamp"));
        assertThat(PasswordFixture.matches(PASSWORDS, own + "   ", "river-lamp"))
                .isTrue();
    }

    @Test
    void a_blank_that_belongs_to_a_text_in_clear_stays() {
        assertThat(PasswordFixture.matches(PASSWORDS, "{noop}river ", "river ")).isTrue();
        assertThat(PasswordFixture.matches(PASSWORDS, "{noop}river ", "river")).isFalse();
    }

    @Test
    void drupal_hashes_the_digests_of_its_sixth_version_once_more() {
        for (String stored : List.of(
                "U$S$7saltsaltBNjW/YHHT.OY7Nvxp5a3E1UgIWbQDR4AUO32ggIyxZk",
                "U$2b$05$abcdefghijklmnopqrstuuWCr.WnX11rBXnCUbf40.DYt5e6xVk36")) {
            Account account = new Account(PASSWORDS
                    .formats()
                    .importable(stored, ImportHints.none())
                    .toStore()
                    .orElseThrow());
            assertThat(account.signsIn("river-lamp-552")).isFalse();
            assertThat(account.signsIn("river-lamp-5521")).isTrue();
            assertThat(account.signsIn("river-lamp-5521")).isTrue();
        }
    }

    /** Signs in as the flow does: a match that wants it puts a new hash in place of the old one. */
    private static final class Account {

        private String stored;

        Account(String stored) {
            this.stored = stored;
        }

        boolean signsIn(String typed) {
            PasswordCheck check = PASSWORDS.hasher().check(stored, Secret.of(typed));
            if (check.upgradeWanted()) {
                stored = PASSWORDS.hasher().hash(Secret.of(typed));
            }
            return check.matches();
        }
    }

    private static final class UpperCase implements PasswordFormat {

        @Override
        public String id() {
            return "upper";
        }

        @Override
        public boolean recognises(String stored) {
            return stored.startsWith("upper:");
        }

        @Override
        public boolean matches(String stored, byte[] passwordUtf8) {
            return Arrays.equals(Foreign.utf8(stored.substring(6)), significant(passwordUtf8));
        }

        @Override
        public byte[] significant(byte[] passwordUtf8) {
            return Foreign.utf8(new String(passwordUtf8, StandardCharsets.UTF_8).toUpperCase(java.util.Locale.ROOT));
        }
    }

    private static String imported(String stored) {
        return PASSWORDS.formats().importable(stored, WORDPRESS).toStore().orElseThrow();
    }

    private static String cutting(String text) {
        return PASSWORDS
                .formats()
                .importable(Foreign.bcrypt(text), ImportHints.of("bcrypt").cutAt72())
                .toStore()
                .orElseThrow();
    }

    private static String wordpress(String hashed) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA384");
        mac.init(new SecretKeySpec(Foreign.utf8("wp-sha384"), "HmacSHA384"));
        return "$wp"
                + Foreign.bcrypt(Base64.getEncoder().encodeToString(mac.doFinal(Foreign.utf8(hashed))))
                        .replace("$2b$", "$2y$");
    }
}
