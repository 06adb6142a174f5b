package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Stored texts that ask for absurd work, or are cut, bent or half of something. */
class BombsTest {

    private static final Secret PASSWORD = Secret.of("abc");
    private static final String B64_64 = "A".repeat(86) + "==";

    static final List<String> BOMBS = List.of(
            "$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            "$argon2id$v=19$m=262144,t=1000,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            "$argon2id$v=19$m=65536,t=2147483647,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            "argon2$argon2id$v=19$m=4194304,t=2,p=8$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            "$2b$31$xnFVhJsTzsFBTeP3PpgbMe.E12ykJF6IJbgV5gE1vCkNv7iBYo9by",
            "bcrypt$$2b$18$xnFVhJsTzsFBTeP3PpgbMe.E12ykJF6IJbgV5gE1vCkNv7iBYo9by",
            "$as$bcrypt_cut72$$2b$31$xnFVhJsTzsFBTeP3PpgbMe.E12ykJF6IJbgV5gE1vCkNv7iBYo9by",
            "pbkdf2_sha256$999999999$seasalt$" + "A".repeat(43) + "=",
            "pbkdf2:sha512:2147483647$seasalt$" + "0".repeat(128),
            "$pbkdf2-sha512$99999999$c2VhbHQ$" + "A".repeat(86),
            "scrypt$16777216$seasalt$8$1$" + B64_64,
            "scrypt:1048576:1024:1024$seasalt$" + "0".repeat(128),
            "$scrypt$ln=24,r=8,p=1$c2VhbHQ$" + "A".repeat(43),
            "$scrypt$ln=20,r=8,p=1$c2VhbHQ$" + "A".repeat(43),
            "$y$jFT$saltsalt$" + "A".repeat(43),
            "$y$jzzzz$saltsalt$" + "A".repeat(43),
            "$y$j9T/zzzzzz$saltsalt$" + "A".repeat(43),
            "$y$j9T/wzzz$saltsalt$" + "A".repeat(43),
            "$y$j9T.zzzzzz$saltsalt$" + "A".repeat(43),
            "$gy$jFT$saltsalt$" + "A".repeat(43),
            "$7$HU..../....saltsalt$" + "A".repeat(43),
            "$7$CU....zzzzzsaltsalt$" + "A".repeat(43),
            "$5$rounds=999999999$saltsalt$" + "A".repeat(43),
            "$6$rounds=999999999$saltsalt$" + "A".repeat(86),
            "$sha1$4294967295$saltsalt$" + "A".repeat(28),
            "$P$z12345678" + "A".repeat(22),
            "$S$z12345678" + "A".repeat(43),
            "$wrap$phpass$ejEyMzQ1Njc4$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            "AQAAAAJ/////AAAAEOMwvh3+FZxqkdMBz2ekgGhwQ4B6pZWND6zgESBuWiHw",
            "AQAAAAIAAAAyf////+Mwvh3+FZxqkdMBz2ekgGhwQ4B6pZWND6zgESBuWiHw",
            "{scrypt}$ff801$8bWJaSu2IKSn9Z9kM+TPXQ==$" + B64_64,
            "grub.pbkdf2.sha512.999999999.00." + "0".repeat(128),
            "{\"algorithm\":\"pbkdf2\",\"hashIterations\":2000000000,\"salt\":\"AAAAAAAAAAA=\",\"value\":\"" + B64_64
                    + "\"}",
            "{".repeat(2_000) + "\"" + "}".repeat(48),
            "{\"a\":" + "[".repeat(1_900) + "}");

    @Test
    void a_hash_that_asks_for_absurd_work_is_no_match_within_two_seconds() {
        PasswordHasher hasher = Passwords.of(PasswordFixture.cheap()).hasher();
        hasher.check(null, PASSWORD);
        for (String bomb : BOMBS) {
            long began = cpuNanos();
            assertThat(hasher.check(bomb, PASSWORD).matches()).as(bomb).isFalse();
            assertThat(Duration.ofNanos(cpuNanos() - began)).as(bomb).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void an_import_does_not_take_such_a_hash_over() {
        PasswordFormats formats = Passwords.of(PasswordFixture.cheap()).formats();
        for (String bomb : BOMBS) {
            if (!bomb.startsWith("$as$") && !bomb.startsWith("$wrap$")) {
                assertThat(formats.importable(bomb, ImportHints.none()).toStore())
                        .as(bomb)
                        .isEmpty();
            }
        }
    }

    @Test
    void malformed_and_costly_cases_of_the_argon2_suite_are_refused() {
        List<String> wrong = new ArrayList<>();
        PasswordHasher hasher = Passwords.of(PasswordFixture.cheap()).hasher();
        for (JsonNode test : Vectors.list(Vectors.shared("argon2.json").get("invalid"))) {
            long began = cpuNanos();
            boolean matches = hasher.check(test.get("encoded").asString(), Vectors.typed(Vectors.password(test)))
                    .matches();
            if (matches || cpuNanos() - began > Duration.ofSeconds(2).toNanos()) {
                wrong.add(test.toString());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_edge_cases_of_bcrypt_are_told_apart() {
        List<String> wrong = new ArrayList<>();
        PasswordHasher hasher = Passwords.of(PasswordFixture.cheap()).hasher();
        for (JsonNode test : Vectors.list(Vectors.shared("bcrypt.json").get("edge"))) {
            Secret typed = Vectors.typed(Vectors.password(test));
            boolean matches = hasher.check(test.get("hash").asString(), typed).matches();
            if (matches != test.get("result").asString().equals("valid")) {
                wrong.add(test.toString());
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The thread's own work: what else runs on the machine does not count. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
