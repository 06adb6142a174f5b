package dev.lockstile.auth.password.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.HashCeilings;
import dev.lockstile.auth.password.ImportHints;
import dev.lockstile.auth.password.ImportOutcome;
import dev.lockstile.auth.password.PasswordFormats;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.secret.Randomness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a stored hash may ask for, to the last unit: judged by an import, which reads the figures and computes nothing.
 */
class CeilingsTest {

    private static final HashCeilings DEFAULTS = HashCeilings.defaults();
    private static final long LARGE_HEAP = 1L << 31;
    private static final String KEY = "A".repeat(43);

    private static PasswordFormats formats(HashCeilings ceilings, long heap) {
        MemoryGate memory = new MemoryGate(heap, Duration.ZERO);
        PasswordSettings settings =
                PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()).withCeilings(ceilings);
        Argon2Hashes own = new Argon2Hashes(settings, new Argon2(memory), Randomness.secure());
        LegacyHashFormats table = new LegacyHashFormats(settings, new Kdf(ceilings, memory), own);
        return new StandardPasswordFormats(table, own, new RehashRule(settings), null);
    }

    private static boolean refused(PasswordFormats formats, String text) {
        ImportOutcome outcome = formats.foreseen(text, ImportHints.none());
        assertThat(outcome.kind())
                .as(text)
                .isIn(ImportOutcome.Kind.AS_IS, ImportOutcome.Kind.WRAPPED, ImportOutcome.Kind.REFUSED);
        return outcome.kind() == ImportOutcome.Kind.REFUSED;
    }

    private static void within(String text) {
        assertThat(refused(formats(DEFAULTS, LARGE_HEAP), text)).as(text).isFalse();
    }

    private static void beyond(String text) {
        assertThat(refused(formats(DEFAULTS, LARGE_HEAP), text)).as(text).isTrue();
    }

    private static String argon2(int memory, int passes, int lanes) {
        return "$argon2id$v=19$m=" + memory + ",t=" + passes + ",p=" + lanes + "$c29tZXNhbHQ$" + KEY;
    }

    private static String scrypt(int logN, int r, int p) {
        return "$scrypt$ln=" + logN + ",r=" + r + ",p=" + p + "$c29tZXNhbHQ$" + KEY;
    }

    private static String bcrypt(String cost) {
        return "$2b$" + cost + "$xnFVhJsTzsFBTeP3PpgbMe.E12ykJF6IJbgV5gE1vCkNv7iBYo9by";
    }

    private static String pbkdf2(long rounds) {
        return "pbkdf2_sha256$" + rounds + "$seasalt$" + KEY + "=";
    }

    /** A passlib text with a key of so many zero bytes. */
    private static String keyOf(int bytes) {
        return "$pbkdf2$5$c2FsdA$" + Encodings.b64(new byte[bytes]);
    }

    @ParameterizedTest
    @CsvSource({"8, 1, 1", "16, 1, 2", "2040, 1, 255", "8, 1000, 1", "262144, 4, 1", "131072, 8, 1"})
    void an_argon2_hash_may_take_256_mib_and_four_passes_of_them(int memory, int passes, int lanes) {
        within(argon2(memory, passes, lanes));
    }

    @ParameterizedTest
    @CsvSource({
        "262145, 1, 1",
        "262144, 5, 1",
        "131072, 9, 1",
        "7, 1, 1",
        "15, 1, 2",
        "8, 0, 1",
        "8, 1001, 1",
        "8, 1, 0",
        "2048, 1, 256"
    })
    void an_argon2_hash_beyond_that_is_refused(int memory, int passes, int lanes) {
        beyond(argon2(memory, passes, lanes));
    }

    @Test
    void an_argon2_hash_of_an_unknown_version_is_refused() {
        within(argon2(8, 1, 1).replace("v=19", "v=16"));
        beyond(argon2(8, 1, 1).replace("v=19", "v=18"));
        beyond(argon2(8, 1, 1).replace("v=19", "v=20"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "15, 1, 1", "16, 2, 1", "17, 8, 4", "1, 1024, 1", "1, 1, 1024"})
    void a_scrypt_hash_may_take_128_mib_and_four_lanes_of_them(int logN, int r, int p) {
        within(scrypt(logN, r, p));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 8, 1",
        "1, 0, 1",
        "1, 8, 0",
        "1, 1025, 1",
        "1, 1, 1025",
        "16, 1, 1",
        "17, 9, 1",
        "17, 8, 5",
        "18, 4, 5",
        "25, 8, 1",
        "60, 8, 1",
        "64, 8, 1",
        "99, 8, 1"
    })
    void a_scrypt_hash_beyond_that_is_refused(int logN, int r, int p) {
        beyond(scrypt(logN, r, p));
    }

    @Test
    void the_n_of_scrypt_is_a_power_of_two_from_two_on() {
        String tail = "$seasalt$8$1$" + "A".repeat(86) + "==";
        within("scrypt$2" + tail);
        within("scrypt$1024" + tail);
        for (String odd : List.of("0", "1", "3", "6", "12", "1023")) {
            beyond("scrypt$" + odd + tail);
        }
    }

    @Test
    void bcrypt_costs_go_from_4_to_14() {
        List.of("04", "14").forEach(cost -> within(bcrypt(cost)));
        List.of("00", "03", "15", "31", "99").forEach(cost -> beyond(bcrypt(cost)));
    }

    @Test
    void pbkdf2_has_one_round_to_two_million() {
        List.of(1L, 2_000_000L).forEach(rounds -> within(pbkdf2(rounds)));
        List.of(0L, 2_000_001L).forEach(rounds -> beyond(pbkdf2(rounds)));
    }

    @Test
    void a_key_has_10_to_256_bytes() {
        List.of(10, 256).forEach(bytes -> within(keyOf(bytes)));
        List.of(1, 9, 257).forEach(bytes -> beyond(keyOf(bytes)));
        within(scrypt(4, 8, 1).replace(KEY, Encodings.b64(new byte[10])));
        beyond(scrypt(4, 8, 1).replace(KEY, Encodings.b64(new byte[9])));
    }

    @Test
    void crypt_has_one_round_to_a_million_and_with_sha_2_a_thousand_at_least() {
        for (String sha2 : List.of("$5$rounds=%d$salt$" + KEY, "$6$rounds=%d$salt$" + "A".repeat(86))) {
            List.of(1_000, 1_000_000).forEach(rounds -> within(sha2.formatted(rounds)));
            List.of(0, 999, 1_000_001).forEach(rounds -> beyond(sha2.formatted(rounds)));
        }
        String sha1 = "$sha1$%d$salt$" + "A".repeat(28);
        List.of(1, 1_000_000).forEach(rounds -> within(sha1.formatted(rounds)));
        List.of(0, 1_000_001).forEach(rounds -> beyond(sha1.formatted(rounds)));
    }

    /** The character behind the sign is the exponent: 5 is 7, and H is 19. */
    @Test
    void phpass_has_two_to_the_7_rounds_to_two_to_the_19() {
        for (String php : List.of("$P$%ssaltsalt" + "A".repeat(22), "$S$%ssaltsalt" + KEY)) {
            List.of("5", "H").forEach(cost -> within(php.formatted(cost)));
            List.of(".", "4", "I", "S", "T", "U", "z").forEach(cost -> beyond(php.formatted(cost)));
        }
    }

    /**
     * {@code A} is 2^13 blocks, {@code T} blocks of 4 KiB: with the tables 32792 KiB; {@code /0} three times the work.
     */
    @Test
    void a_yescrypt_hash_lives_below_the_ceilings_of_scrypt() {
        String once = "$y$jAT$saltsalt$" + KEY;
        String thrice = "$y$jAT/0$saltsalt$" + KEY;
        assertThat(refused(formats(scryptCeilings(32_792, 81_920), LARGE_HEAP), once))
                .isFalse();
        assertThat(refused(formats(scryptCeilings(32_791, 81_920), LARGE_HEAP), once))
                .isTrue();
        assertThat(refused(formats(scryptCeilings(32_792, 98_376), LARGE_HEAP), thrice))
                .isFalse();
        assertThat(refused(formats(scryptCeilings(32_792, 98_375), LARGE_HEAP), thrice))
                .isTrue();
        assertThat(refused(formats(scryptCeilings(32_792, 81_920), 0), once)).isTrue();
    }

    private static HashCeilings scryptCeilings(int memoryKib, long work) {
        return new HashCeilings(262_144, 1_048_576, 14, 2_000_000, memoryKib, work, 1_000_000);
    }

    @Test
    void half_of_the_heap_is_a_ceiling_as_well_and_never_below_32_mib() {
        PasswordFormats small = formats(DEFAULTS, 0);
        for (String fits : List.of(argon2(32_768, 1, 1), scrypt(15, 8, 1), "$y$j9T$saltsalt$" + KEY)) {
            assertThat(refused(small, fits)).as(fits).isFalse();
        }
        for (String tooLarge : List.of(argon2(32_769, 1, 1), scrypt(15, 9, 1))) {
            assertThat(refused(small, tooLarge)).as(tooLarge).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 0",
        "24, 1, 1, 0",
        "4, 1, 8, 0",
        "2, 1024, 1, 0",
        "11, 1, 1024, 0",
        "4, 1, 1, 1024",
        "2, 1, 2, 1"
    })
    void yescrypt_figures_that_make_sense_are_taken(int logN, int r, int p, int t) {
        assertThat(new YescryptCost(logN, r, p, t).n()).isEqualTo(1 << logN);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 0",
        "25, 1, 1, 0",
        "4, 0, 1, 0",
        "4, 1025, 1, 0",
        "4, 1, 0, 0",
        "12, 1, 1025, 0",
        "4, 1, 1, -1",
        "4, 1, 1, 1025",
        "1, 1, 2, 0",
        "4, 1, 16, 0",
        "10, 1, 1024, 0"
    })
    void yescrypt_figures_that_make_none_are_refused(int logN, int r, int p, int t) {
        assertThatThrownBy(() -> new YescryptCost(logN, r, p, t)).isInstanceOf(RefusedHashException.class);
    }

    @Test
    void yescrypt_writes_its_numbers_in_characters_without_a_gap() {
        List<Integer> read = new ArrayList<>();
        for (String r : List.of(".", "j", "k.", "kz", "l.", "rz", "s..", "s./", "s/.", "s5D")) {
            read.add(YescryptCost.read("j9" + r).r());
        }
        assertThat(read).containsExactly(1, 48, 49, 112, 113, 560, 561, 562, 625, 1_024);
        assertThat(YescryptCost.read("j9T")).isEqualTo(new YescryptCost(12, 32, 1, 0));
        assertThat(YescryptCost.read("j9T..")).isEqualTo(new YescryptCost(12, 32, 2, 0));
        assertThat(YescryptCost.read("j9T/0")).isEqualTo(new YescryptCost(12, 32, 1, 3));
        assertThat(YescryptCost.read("j9T00/")).isEqualTo(new YescryptCost(12, 32, 4, 2));
        assertThat(new YescryptCost(1, 1, 1, 0).kib()).isEqualTo(12);
        assertThat(new YescryptCost(5, 2, 2, 1).work()).isEqualTo(33);
        assertThat(new YescryptCost(5, 2, 2, 2).work()).isEqualTo(66);
    }

    @Test
    void a_salt_of_yescrypt_is_whole_bytes() {
        for (String salt : List.of("", "..", "z/", "abcd")) {
            within("$y$j5.$" + salt + "$" + KEY);
        }
        for (String broken : List.of(".", "abcd.", "zz")) {
            ImportOutcome outcome =
                    formats(DEFAULTS, LARGE_HEAP).foreseen("$y$j5.$" + broken + "$" + KEY, ImportHints.none());
            assertThat(outcome.kind()).as(broken).isEqualTo(ImportOutcome.Kind.UNKNOWN);
        }
    }

    @Test
    void yescrypt_of_another_flavour_or_with_more_figures_is_not_read() {
        for (String field : List.of("i9T", "k.9T", "j9T1", "j9T0000", "j9T..0", "j9T/0.")) {
            assertThat(YescryptCost.read(field)).as(field).isNull();
        }
        for (String cut : List.of("j", "j9", "j9k", "j9T.", "j9T0.")) {
            assertThatThrownBy(() -> YescryptCost.read(cut)).as(cut).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
