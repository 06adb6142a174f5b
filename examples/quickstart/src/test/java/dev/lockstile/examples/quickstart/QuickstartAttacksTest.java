package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.testkit.http.AuthContract;
import dev.lockstile.auth.testkit.http.HostUnderTest;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

// region: attacks
/** The attack suite against this application's entities, settings and endpoints. */
class QuickstartAttacksTest extends AuthContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @TempDir
    static Path folder;

    @Override
    protected HostUnderTest open() {
        Database database = Database.open(settings("jdbc:h2:mem:attacked-" + DATABASES.incrementAndGet()));
        return new HostUnderTest(
                Auth.builder(database.store())
                        .userSettings(NEWS)
                        .profileSettings(NEWS)
                        .secondFactors(SecondFactorSettings.optional()),
                Application.settings(settings(""), 8080),
                HttpSettings.defaults(),
                database.entities(),
                database::close);
    }
    // end: attacks

    private static final SettingKey<Boolean> NEWS =
            SettingKey.bool("news", false).changedByOwner();

    private static QuickstartSettings settings(String url) {
        return QuickstartSettings.from(
                Map.of("QUICKSTART_DATA", folder.toString(), "QUICKSTART_DB_URL", url, "QUICKSTART_LIMITS", "on"));
    }
}
