package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * No stored text makes the checker throw, hang or match a password it was not made of. Seeded: every run is the same.
 */
class HostileTextsTest {

    private static final Secret PASSWORD = Secret.of("no hash was ever made of this \u00e9");
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final String SIGNS = "$,=:{}./+-_!*\\\"'[]() \t\n\u0000\u00e9\uD83D\uDE00\uD800%#@";
    private static final String LETTERS = "abcdefxyzABCXYZ0123456789";

    private static final List<String> SEEDS = seeds();

    private final Passwords passwords = Passwords.of(PasswordFixture.cheap());

    /** One hash of each format, none of them slow. */
    private static List<String> seeds() {
        List<String> seeds = new ArrayList<>();
        List<String> formats = new ArrayList<>();
        for (String name :
                List.of("hash_vectors.generated.json", "more_formats.generated.json", "yescrypt.generated.json")) {
            for (JsonNode vector : Vectors.list(Vectors.own(name))) {
                String hash = vector.get("hash").asString();
                String format = vector.get("format").asString();
                boolean slow = hash.matches(
                                ".*(1000000|260000|870000|720000|32768|16384|65536|102400|SpringSecurity|y\\$j9T|7\\$.U).*")
                        || format.startsWith("spring_pbkdf2");
                if (!slow && !formats.contains(format)) {
                    formats.add(format);
                    seeds.add(hash);
                }
            }
        }
        return seeds;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void bent_hashes_match_nothing(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_500; i++) {
            refuse(bend(SEEDS.get(random.nextInt(SEEDS.size())), random));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void noise_in_the_alphabet_of_hashes_matches_nothing(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(200); length > 0; length--) {
                text.append(any(random));
            }
            refuse(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void heads_and_tails_of_different_hashes_match_nothing(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            String head = SEEDS.get(random.nextInt(SEEDS.size()));
            String tail = SEEDS.get(random.nextInt(SEEDS.size()));
            refuse(head.substring(0, random.nextInt(head.length())) + tail.substring(random.nextInt(tail.length())));
        }
    }

    @Test
    void every_head_of_every_hash_matches_nothing() {
        for (String seed : SEEDS) {
            for (int length = 0; length < seed.length(); length += 3) {
                refuse(seed.substring(0, length));
            }
        }
    }

    @Test
    void every_head_of_our_own_marks_matches_nothing() {
        for (String seed : SEEDS) {
            for (String id : passwords.formats().ids()) {
                if (id.hashCode() % 7 == seed.length() % 7) {
                    refuse("$as$" + id + "$" + seed);
                    refuse("$wrap$" + id + "$c2VhbHQ" + seed);
                }
            }
        }
    }

    @Test
    void very_long_texts_are_refused_at_once() {
        for (String part : List.of("$", "{", "a", "$2b$", "9", "\"", "[", "{\"a\":", "=", ",keyid=")) {
            refuse(part.repeat(2_048 / part.length()));
            refuse(part.repeat(100_000));
        }
    }

    private void refuse(String stored) {
        long began = System.nanoTime();
        assertThat(passwords.hasher().check(stored, PASSWORD).matches())
                .as(stored)
                .isFalse();
        ImportOutcome outcome = passwords.formats().importable(stored, ImportHints.of("django", "hex_md5"));
        assertThat(outcome.kind()).isNotNull();
        assertThat(passwords.formats().formatOf(stored)).isNotEmpty();
        assertThat(System.nanoTime() - began).as(stored).isLessThan(PATIENCE_NANOS);
    }

    private static String bend(String hash, Random random) {
        StringBuilder bent = new StringBuilder(hash);
        for (int changes = 1 + random.nextInt(4); changes > 0 && !bent.isEmpty(); changes--) {
            int at = random.nextInt(bent.length());
            switch (random.nextInt(5)) {
                case 0 -> bent.setCharAt(at, any(random));
                case 1 -> bent.insert(at, any(random));
                case 2 -> bent.deleteCharAt(at);
                case 3 -> bent.insert(at, bent.substring(at, Math.min(bent.length(), at + random.nextInt(20))));
                default -> bent.setLength(at);
            }
        }
        return bent.toString();
    }

    private static char any(Random random) {
        String from = random.nextInt(3) == 0 ? SIGNS : LETTERS;
        return from.charAt(random.nextInt(from.length()));
    }
}
