package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One length rule at every place that takes a new password: registration, reset, change, the first superuser and the
 * staff that an administrator makes (ASVS 6.2.1 and 6.2.9, NIST SP 800-63B-4 section 3.1.1.2). Length is told in code
 * points, so an emoji counts as one.
 */
class NewPasswordLengthTest extends AttackFixture {

    private static final String BOOTSTRAP = "7f3e9a0c51d24b86a9d7f0e1b2c3d4e5";
    private static final int[] LENGTHS = {7, 8, 14, 15, 64, 128};

    private int people;

    @Override
    AuthStore seenBy(AuthStore whole) {
        return new InMemoryAuthStore();
    }

    static Stream<Arguments> presets() {
        return Stream.of(
                Arguments.of("OWASP", PasswordSettings.owasp(), 8),
                Arguments.of("NIST_AAL1", PasswordSettings.nistAal1(), 15));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("presets")
    void every_entry_point_counts_code_points_alike(String preset, PasswordSettings passwords, int minimum) {
        AuthSettings settings = settings().withPasswords(passwords.withCost(new Argon2Cost(64, 1, 1)));
        List<Integer> allowed = IntStream.of(LENGTHS)
                .filter(length -> length >= minimum)
                .boxed()
                .toList();

        assertThat(taken(settings, this::registered)).as("registration").isEqualTo(twice(allowed));
        assertThat(taken(settings, this::reset)).as("reset").isEqualTo(twice(allowed));
        assertThat(taken(settings, this::changed)).as("change").isEqualTo(twice(allowed));
        assertThat(taken(settings, this::firstSuperuser)).as("bootstrap").isEqualTo(twice(allowed));
        assertThat(taken(settings, this::staff)).as("staff").isEqualTo(twice(allowed));
    }

    /** The lengths that an entry point takes, of ASCII and then of emoji; each try meets fresh tables and throttles. */
    private List<Integer> taken(AuthSettings settings, Function<String, TestClient.Reply> entry) {
        List<Integer> taken = new ArrayList<>();
        for (int first : new int[] {'!', 0x1F600}) {
            for (int length : LENGTHS) {
                open(settings, builder -> builder.allowBootstrap(Secret.of(BOOTSTRAP)));
                TestClient.Reply reply = entry.apply(text(first, length));
                if (reply.status() < 300) {
                    taken.add(length);
                } else {
                    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
                    assertThat(reply.text()).contains("password").contains("too short");
                }
            }
        }
        return taken;
    }

    private static List<Integer> twice(List<Integer> lengths) {
        return Stream.concat(lengths.stream(), lengths.stream()).toList();
    }

    private static String text(int first, int length) {
        return IntStream.range(0, length)
                .map(n -> first + n * 37 % 59)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .replace('"', 'q');
    }

    private String somebody() {
        people++;
        return "somebody" + people + "@example.org";
    }

    private TestClient.Reply registered(String password) {
        return register(somebody(), "password", password, "password_confirm", password);
    }

    private TestClient.Reply reset(String password) {
        String email = somebody();
        account(email);
        post("password-reset/request/", "email", email);
        return reset(mailbox.link(), password);
    }

    private TestClient.Reply changed(String password) {
        String email = somebody();
        account(email);
        return as(
                signedIn(email),
                "POST",
                "password-reset/change/",
                "old_password",
                PASSWORD,
                "new_password",
                password,
                "new_password_confirm",
                password);
    }

    private TestClient.Reply firstSuperuser(String password) {
        TestClient bearer = client.with("X-Admin-Bootstrap-Token", BOOTSTRAP);
        return as(bearer, "POST", "admin/create-superuser/", "email", somebody(), "password", password);
    }

    private TestClient.Reply staff(String password) {
        String root = somebody();
        TestClient bearer = client.with("X-Admin-Bootstrap-Token", BOOTSTRAP);
        assertThat(as(bearer, "POST", "admin/create-superuser/", "email", root, "password", PASSWORD)
                        .status())
                .isEqualTo(201);
        return as(signedIn(root), "POST", "admin/create-staff/", "email", somebody(), "password", password);
    }
}
