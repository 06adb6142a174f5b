package dev.lockstile.benchmarks.side;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.benchmarks.internal.password.RawArgon2;
import dev.lockstile.benchmarks.internal.race.Contender;
import dev.lockstile.benchmarks.internal.race.Effort;
import dev.lockstile.benchmarks.internal.race.Race;
import java.util.List;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** The right password against one and the same Argon2id hash, at the library's default cost. */
final class PasswordRaces {

    private static final String PASSWORD = "correct horse battery staple";

    private PasswordRaces() {}

    static List<Race> run(Argon2Cost cost, Effort effort) {
        PasswordHasher hasher =
                Passwords.of(PasswordSettings.owasp().withCost(cost)).hasher();
        Secret typed = Secret.of(PASSWORD);
        String stored = hasher.hash(typed);
        RawArgon2 bare = RawArgon2.parse(stored);
        Argon2PasswordEncoder spring =
                new Argon2PasswordEncoder(16, 32, cost.parallelism(), cost.memoryKib(), cost.iterations());
        Argon2Function password4j =
                Argon2Function.getInstance(cost.memoryKib(), cost.iterations(), cost.parallelism(), 32, Argon2.ID);
        return List.of(Race.run(
                "Password, Argon2id m=" + cost.memoryKib() + " t=" + cost.iterations() + " p=" + cost.parallelism(),
                List.of(
                        new Contender("Bouncy Castle by hand", () -> bare.matches(PASSWORD)),
                        new Contender(
                                "Lockstile", () -> hasher.check(stored, typed).matches()),
                        new Contender("Spring Argon2PasswordEncoder", () -> spring.matches(PASSWORD, stored)),
                        new Contender("password4j", () -> password4j.check(PASSWORD, stored))),
                effort));
    }
}
