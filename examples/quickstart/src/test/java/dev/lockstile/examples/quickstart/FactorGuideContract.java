package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.support.SmallDjango;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.test.BuildFolder;
import dev.lockstile.test.guide.GuideStep;
import dev.lockstile.test.guide.GuideText;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that bring second factors along are typed, and the people sign in over HTTP with what they had. */
abstract class FactorGuideContract {

    private static final String HEX = "3132333435363738393031323334353637383930";
    private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @TempDir
    private Path folder;

    /** The database of the new host, empty. */
    abstract Map<String, String> database(Path at);

    @Test
    void people_sign_in_with_the_second_factor_of_the_old_system() {
        Map<String, String> environment = new TreeMap<>(database(folder));
        environment.put("QUICKSTART_NAMING", "snake");
        environment.put("QUICKSTART_DATA", folder.resolve("data").toString());
        environment.put("QUICKSTART_PORT", "0");
        environment.put("QUICKSTART_LIMITS", "off");
        environment.put("QUICKSTART_FACTOR_KEY", "a2V5IG9mIHRoaXJ0eS10d28gYnl0ZXMsIGZvciB0ZXM=");
        try (SmallDjango old = SmallDjango.onPostgres()) {
            old.user(1).totp(7, 1, HEX).tokens(1, 1, "abcdefgh");
            old.user(2, "email", "'ana@example.com'").totp(8, 2, HEX, "digits", "8");
            GuideReader reader = new GuideReader(
                    environment,
                    folder,
                    new GuideReader.OldHome(
                            old.url(),
                            "reader_of_factors_" + getClass().getSimpleName().toLowerCase(Locale.ROOT)));
            reader.follow(GuideText.read(BuildFolder.root().resolve("docs/importing.md")).stream()
                    .filter(step ->
                            step instanceof GuideStep.Sql sql && sql.text().contains("create user reader"))
                    .toList());

            reader.follow(GuideText.read(BuildFolder.root().resolve("docs/importing-factors.md")));

            assertThat(reader.count("select count(*) from auth_totp"))
                    .as("the lock is gone")
                    .isOne();
        }
        signIn(QuickstartSettings.from(environment));
    }

    private static void signIn(QuickstartSettings settings) {
        try (Application application = Application.start(settings, QuickHashing::of)) {
            Http http = new Http(application.port());
            Http.Answer held = login(http, "user1@example.com");
            assertThat(held.status()).isEqualTo(403);
            assertThat(held.json().path("factors").toString()).contains("totp", "recovery_code");
            String challenge = held.json().path("challenge_id").asString();
            assertThat(second(http, challenge, "code", "000000").status()).isEqualTo(401);
            String code = TotpGenerator.of(BASE32, Clock.systemUTC()).code();
            assertThat(second(http, challenge, "code", code).status()).isEqualTo(200);
            String other =
                    login(http, "user1@example.com").json().path("challenge_id").asString();
            assertThat(second(http, other, "recovery_code", "ABCD-EFGH").status())
                    .isEqualTo(200);
            assertThat(login(http, "ana@example.com").status())
                    .as("after the reset")
                    .isEqualTo(200);
        }
    }

    private static Http.Answer login(Http http, String name) {
        return http.post("/auth/login/basic/", Map.of("login", name, "password", SmallDjango.WORD, "client", "web"));
    }

    private static Http.Answer second(Http http, String challenge, String kind, String proof) {
        return http.post("/auth/login/second-factor/", Map.of("challenge_id", challenge, "client", "web", kind, proof));
    }
}
